package dev.tapedeck.tape;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes one run directory.
 *
 * <p>After {@link #create} nothing here throws for trouble with the disk: the writer turns itself off, what is
 * appended from then on is dropped, and {@link #failure} says why.
 */
public final class TapeWriter {

  private TapeWriter() {}

  /**
   * Makes a run directory beneath {@code base}, with header and first segment.
   *
   * @param header gets the run's id and start times
   * @throws TapeException when that is not possible
   */
  public static TapeWriter create(Path base, Fields header) {
    throw new UnsupportedOperationException();
  }

  public Path directory() {
    throw new UnsupportedOperationException();
  }

  public String runId() {
    throw new UnsupportedOperationException();
  }

  /** A writer for the calling thread: a new one, or one that was released. */
  public ChunkWriter newChunkWriter() {
    throw new UnsupportedOperationException();
  }

  /** Call before an event names the site. The same site may be defined again. */
  public void defineSite(Site site) {
    throw new UnsupportedOperationException();
  }

  /**
   * Call when the lane is born, before {@link ChunkWriter#lane} names it.
   *
   * @param parent -1 for a lane that nothing on the tape started
   * @param index from 1 among what the parent started; from 0 without a parent
   */
  public void defineLane(int id, int parent, int index, @Nullable String threadName) {
    throw new UnsupportedOperationException();
  }

  public void defineClass(ClassInfo info) {
    throw new UnsupportedOperationException();
  }

  public void note(Note note) {
    throw new UnsupportedOperationException();
  }

  /** Adds to the header what was not known when it was written. */
  public void addToHeader(Fields more) {
    throw new UnsupportedOperationException();
  }

  /** Every event begun after this, on any lane, is of that {@link Phase}. */
  public void phase(int phase) {
    throw new UnsupportedOperationException();
  }

  /** Says how the run ended. Events may still follow; called again, the last call counts. */
  public void end(RunEnd end) {
    throw new UnsupportedOperationException();
  }

  /** Why the writer turned itself off, as a sentence, or null. */
  public @Nullable String failure() {
    throw new UnsupportedOperationException();
  }

  /** Drops what is appended from now on. Not needed before the process ends. */
  public void close() {
    throw new UnsupportedOperationException();
  }
}
