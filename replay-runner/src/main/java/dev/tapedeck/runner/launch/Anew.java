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
 * by itself when it was recorded. So the starts leave them to it, in the recorded environment, until it finds others. A
 * file stands for the offer of another start; the agent takes it away, and puts another one there if it was for encodings.
 */
final class Anew {
  /** Where one start in four begins as the recorded one did, these miss it once in a hundred times. */
  private static final int ATTEMPTS = 16;

  private static final int ATTEMPTS_WITH_ENCODINGS = 4;

  private final Path file;
  private final Path otherEncodings;
  private boolean leavesEncodings;
  private int left;

  /**
   * Prepares the starts.
   *
   * @param offered whether there may be more than one
   */
  Anew(Path scratch, boolean offered) {
    this.file = scratch.resolve("anew");
    this.otherEncodings = scratch.resolve("anew.encodings");
    this.left = offered ? ATTEMPTS : 1;
    this.leavesEncodings = offered;
  }

  /** Makes the offer, but at the last attempt: then the program runs as it can. */
  void offer() {
    if (leavesEncodings && Files.exists(otherEncodings)) {
      leavesEncodings = false;
      left = Math.min(left, ATTEMPTS_WITH_ENCODINGS);
    }
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
    return leavesEncodings;
  }

  /** Tells the agent of the offer. */
  AgentOptions addTo(AgentOptions options) {
    if (left > 0) {
      options.with("anew", file.toString());
    }
    return left > 0 && leavesEncodings ? options.with("encodings", "own") : options;
  }

  boolean isTaken() {
    return left > 0 && !Files.exists(file);
  }
}
