package dev.tapedeck.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what a recorded program and its children write to standard output and error, as the system got
 * it: whoever writes has the turn, and takes the number before giving it back.
 *
 * <p>The two streams have one turn if they are one file. Otherwise nobody sees which of them was first,
 * and who reads the one must not have to wait for who reads the other.
 */
final class OutputPlaces {

  private final AtomicLong taken = new AtomicLong();
  private final OutputTurn out = new OutputTurn();
  private volatile @Nullable OutputTurn err;

  /** The current thread is about to write; it returns when nobody else does. */
  void begin(String stream) {
    turn(stream).take();
  }

  /** The place of what the current thread has written. */
  long next() {
    return taken.incrementAndGet();
  }

  /** The current thread has written, and taken its place; or it has failed to. */
  void end(String stream) {
    turn(stream).giveBack();
  }

  /** The tape ends: from now on the program writes nothing. */
  void close() {
    out.close();
    OutputTurn other = lastOfErr();
    if (other != out) {
      other.close();
    }
  }

  /** Who has not written there yet does not begin now. */
  private synchronized OutputTurn lastOfErr() {
    OutputTurn turn = err == null ? out : err;
    err = turn;
    return turn;
  }

  private OutputTurn turn(String stream) {
    if (stream.equals("stdout")) {
      return out;
    }
    OutputTurn turn = err;
    return turn != null ? turn : turnOfErr();
  }

  private synchronized OutputTurn turnOfErr() {
    OutputTurn turn = err;
    if (turn == null) {
      turn = isOneFile() ? out : new OutputTurn();
      err = turn;
    }
    return turn;
  }

  private static boolean isOneFile() {
    try {
      Path directory = Path.of("/proc/self/fd");
      return Files.readSymbolicLink(directory.resolve("1"))
          .equals(Files.readSymbolicLink(directory.resolve("2")));
    } catch (IOException | RuntimeException unknown) {
      return false;
    }
  }
}
