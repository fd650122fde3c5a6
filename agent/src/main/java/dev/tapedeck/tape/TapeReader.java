package dev.tapedeck.tape;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run directory, also one that a killed process left or that was damaged since.
 *
 * <p>Of every lane it gives the events from the first up to the first that is not there in full, never a wrong
 * one. Holds an index in memory, not the events. Any thread may use it.
 */
public final class TapeReader implements AutoCloseable {

  private TapeReader() {}

  /**
   * Opens a run directory and checks all of it but the bytes in the payload file, which are checked when read.
   *
   * @throws TapeException when it is no run directory, its header cannot be read, or a newer Tapedeck wrote it
   */
  public static TapeReader open(Path run) {
    throw new UnsupportedOperationException();
  }

  public Path directory() {
    throw new UnsupportedOperationException();
  }

  public Fields header() {
    throw new UnsupportedOperationException();
  }

  /** The lanes in the order of their ids. */
  public List<LaneInfo> lanes() {
    throw new UnsupportedOperationException();
  }

  /** The lane's number of events. */
  public long events(int lane) {
    throw new UnsupportedOperationException();
  }

  /** The number of events of all lanes. */
  public long events() {
    throw new UnsupportedOperationException();
  }

  /** The site of that id, or null when the tape lost it. */
  public @Nullable Site site(int id) {
    throw new UnsupportedOperationException();
  }

  /** The kinds as the tape defines them. */
  public List<Kind> kinds() {
    throw new UnsupportedOperationException();
  }

  public List<ClassInfo> classes() {
    throw new UnsupportedOperationException();
  }

  public List<Note> notes() {
    throw new UnsupportedOperationException();
  }

  /** How the run ended, or null when nothing on the tape says so. */
  public @Nullable RunEnd end() {
    throw new UnsupportedOperationException();
  }

  /** Whether the tape holds the run from beginning to end: it has an end, and there are no problems. */
  public boolean complete() {
    throw new UnsupportedOperationException();
  }

  /** What is missing or damaged, a sentence each. A run without an end has at least one. */
  public List<String> problems() {
    throw new UnsupportedOperationException();
  }

  /** The events of a lane from the first; none when there is no such lane. */
  public LaneEvents lane(int id) {
    throw new UnsupportedOperationException();
  }

  /** The events of all lanes by time, each lane in its own order. */
  public Iterator<Event> merged() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
