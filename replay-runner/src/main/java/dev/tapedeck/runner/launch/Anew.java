package dev.tapedeck.runner.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets the agent ask for another start before the program has begun.
 *
 * <p>The JVM hands out its first identity hash codes before any agent comes. Now and then it does so in another order
 * than the recorded one, because its own threads race; and it does so when it is told the encodings that it found out
 * by itself when it was recorded. So the first starts leave them to it, in the recorded environment. A file stands for
 * the offer of another start; the agent takes it away.
 */
final class Anew {
  private static final int ATTEMPTS = 7;

  private final Path file;
  private int left;

  /**
   * Prepares the starts.
   *
   * @param offered whether there may be more than one
   */
  Anew(Path scratch, boolean offered) {
    this.file = scratch.resolve("anew");
    this.left = offered ? ATTEMPTS : 1;
  }

  /** Makes the offer, but at the last attempt: then the program runs as it can. */
  void offer() {
    if (--left == 0) {
      return;
    }
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException stays) {
      // Nobody has taken it.
    } catch (IOException e) {
      left = 0; // A replay without the offer is one all the same.
    }
  }

  /** Whether this start leaves the encodings to the JVM. */
  boolean leavesEncodings() {
    return left > 0 && left % 2 == 0;
  }

  /** Tells the agent of the offer. */
  AgentOptions addTo(AgentOptions options) {
    if (left > 0) {
      options.with("anew", file.toString());
    }
    return leavesEncodings() ? options.with("encodings", "own") : options;
  }

  boolean isTaken() {
    return left > 0 && !Files.exists(file);
  }
}
