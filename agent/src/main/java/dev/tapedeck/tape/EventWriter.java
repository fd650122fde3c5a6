package dev.tapedeck.tape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one event: its question, then its answer or {@link #failed}, field by field in the order of its
 * kind, then {@link #commit}.
 */
public final class EventWriter {

  EventWriter() {}

  public EventWriter putLong(long value) {
    throw new UnsupportedOperationException();
  }

  public EventWriter putBool(boolean value) {
    throw new UnsupportedOperationException();
  }

  public EventWriter putString(@Nullable String value) {
    throw new UnsupportedOperationException();
  }

  public EventWriter putBytes(byte @Nullable [] value) {
    throw new UnsupportedOperationException();
  }

  public EventWriter putBytes(byte[] array, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  public EventWriter putStrings(@Nullable List<@Nullable String> values) {
    throw new UnsupportedOperationException();
  }

  /** Puts a failure where the answer would stand. */
  public EventWriter failed(Failure failure) {
    throw new UnsupportedOperationException();
  }

  /** Puts the event on the tape. */
  public void commit() {
    throw new UnsupportedOperationException();
  }
}
