package dev.tapedeck.tape;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The events of one lane in order, read as they are asked for.
 *
 * <p>Either an iterator, or a cursor that makes no objects: after {@link #advance} the other methods tell of the
 * event it stands on. {@link #peek} and {@link #hasNext} move the cursor to the event that the next
 * {@link #advance} or {@link #next} gives. One thread at a time. Every method throws {@link TapeException} when the
 * file cannot be read any more.
 */
public final class LaneEvents implements Iterator<Event> {

  LaneEvents() {}

  /** Goes to the next event, the first at first; false when there is none. */
  public boolean advance() {
    throw new UnsupportedOperationException();
  }

  /** Whether {@link #peek} would find an event. */
  @Override
  public boolean hasNext() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Event next() {
    throw new UnsupportedOperationException();
  }

  /** The event that {@link #next} will give, or null. */
  public @Nullable Event peek() {
    throw new UnsupportedOperationException();
  }

  public int lane() {
    throw new UnsupportedOperationException();
  }

  public long ordinal() {
    throw new UnsupportedOperationException();
  }

  public Kind kind() {
    throw new UnsupportedOperationException();
  }

  public int kindId() {
    throw new UnsupportedOperationException();
  }

  public int site() {
    throw new UnsupportedOperationException();
  }

  public int phase() {
    throw new UnsupportedOperationException();
  }

  /** As {@link Event#stampNs}. */
  public long stampNs() {
    throw new UnsupportedOperationException();
  }

  /** The value of a clock read. */
  public long longValue() {
    throw new UnsupportedOperationException();
  }

  /** The event the cursor stands on, as an object. */
  public Event event() {
    throw new UnsupportedOperationException();
  }
}
