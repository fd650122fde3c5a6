package dev.tapedeck.runner;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directory in which a replay is to keep what the program writes. */
final class WritesDirectory {
  private WritesDirectory() {}

  /**
   * Makes it where it is not there.
   *
   * @return where it really is
   * @throws Trouble when it is not an empty directory that can be written to
   */
  static Path prepared(Path directory) {
    try {
      Path real = Files.createDirectories(directory).toRealPath();
      try (Stream<Path> inside = Files.list(real)) {
        if (inside.findAny().isPresent()) {
          throw new Trouble("--keep-writes wants a new or an empty directory: " + directory
              + " has something in it");
        }
      }
      if (!Files.isWritable(real)) {
        throw new Trouble("cannot write to " + directory);
      }
      return real;
    } catch (FileAlreadyExistsException e) {
      throw new Trouble("--keep-writes wants a directory: " + directory + " is a file", e);
    } catch (IOException e) {
      throw new Trouble("cannot make the directory " + directory + ": " + e.getMessage(), e);
    }
  }
}
