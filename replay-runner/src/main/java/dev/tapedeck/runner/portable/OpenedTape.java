package dev.tapedeck.runner.portable;

import dev.tapedeck.runner.json.Unreplayable;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeKey;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run to look at or to replay, wherever it is: of a portable tape a run directory is made for as long as it is open. */
public final class OpenedTape implements AutoCloseable {
  private final Path named;
  private final TapeReader reader;
  private final @Nullable Path scratch;

  private OpenedTape(Path named, TapeReader reader, @Nullable Path scratch) {
    this.named = named;
    this.reader = reader;
    this.scratch = scratch;
  }

  /** Opens a run directory that is not sealed, or a portable tape. */
  public static OpenedTape open(Path run) {
    return open(run, null);
  }

  /**
   * Opens a run directory or a portable tape.
   *
   * @param key what opens it if it is sealed
   */
  public static OpenedTape open(Path run, @Nullable TapeKey key) {
    return Files.isDirectory(run)
        ? new OpenedTape(run, TapeReader.open(run, key), null)
        : openPortable(run);
  }

  /** The same; without the key, of a sealed run what can be seen from outside. */
  public static OpenedTape look(Path run, @Nullable TapeKey key) {
    return Files.isDirectory(run)
        ? new OpenedTape(run, TapeReader.look(run, key), null)
        : openPortable(run);
  }

  private static OpenedTape openPortable(Path run) {
    Path scratch = scratch();
    boolean open = false;
    try {
      TapeReader reader = TapeReader.open(PortableTape.unpackInto(scratch, run));
      open = true;
      return new OpenedTape(run, reader, scratch);
    } finally {
      if (!open) {
        Scratch.delete(scratch);
      }
    }
  }

  /** What the user named. */
  public Path named() {
    return named;
  }

  public TapeReader reader() {
    return reader;
  }

  /** Bytes of a portable tape that are not what their names say, a sentence each; none of a run directory. */
  public List<String> strayBytes() {
    return scratch == null ? List.of() : PortableTape.strayBytes(named);
  }

  /**
   * The run directory, to replay it.
   *
   * @throws Trouble when the tape does not hold what a replay needs; it says which records, and why
   */
  public Path toReplay() {
    Unreplayable.check(named, reader);
    return reader.directory();
  }

  @Override
  public void close() {
    reader.close();
    if (scratch != null) {
      Scratch.delete(scratch);
    }
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("tapedeck-tape-");
    } catch (IOException e) {
      throw new Trouble("cannot make a temporary directory: " + e.getMessage(), e);
    }
  }
}
