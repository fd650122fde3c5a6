package dev.tapedeck.session;

import dev.tapedeck.boundary.HandOver;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.tapedeck.ChildOutput;
import java.util.concurrent.atomic.AtomicLong;

/** Passes on what a child process says on a standard stream of ours, and records it. */
final class ChildSpeech implements Runnable {

  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
  private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);
  private static final int PIECE = 1 << 16;
  private static final int QUIET_ROUNDS = 4;
  private static final int QUIET_ROUNDS_AT_END = 60;
  private static final long ROUND_MS = 5;

  final ChildOutput output;
  private final AsideWriter aside;
  private final OutputPlaces places;
  private final Recorder recorder;
  private final AgentThread thread;
  private volatile boolean waits;
  private final AtomicLong pieces = new AtomicLong();

  ChildSpeech(ChildOutput output, AsideWriter aside, OutputPlaces places, Recorder recorder) {
    this.output = output;
    this.aside = aside;
    this.places = places;
    this.recorder = recorder;
    this.thread = new AgentThread("child", this);
    thread.start();
  }

  private static FileOutputStream stream(String name) {
    return name.equals("stdout") ? OUT : ERR;
  }

  @Override
  public void run() {
    byte[] piece = new byte[PIECE];
    try {
      for (int count = next(piece); count >= 0; count = next(piece)) {
        passOn(piece, count);
        pieces.incrementAndGet();
      }
    } catch (IOException closed) {
      // nobody listens to us: the child shall notice, as it would have without us
    } finally {
      close();
    }
  }

  private void passOn(byte[] piece, int count) throws IOException {
    places.begin(output.stream);
    try {
      record(piece, count);
      stream(output.stream).write(piece, 0, count);
    } finally {
      places.end(output.stream);
    }
  }

  /** What cannot be recorded is passed on all the same. */
  private void record(byte[] piece, int count) {
    try {
      aside.said(output, piece, count, places.next());
    } catch (RuntimeException | Error ours) {
      recorder.trouble(ours);
    }
  }

  private int next(byte[] piece) throws IOException {
    waits = true;
    int count = output.read(piece, 0, PIECE);
    waits = false;
    return count;
  }

  private void close() {
    aside.release();
    try {
      output.close();
    } catch (IOException ignored) {
      // it is of no use any more
    }
  }

  /**
   * Returns when all has been passed on that a child has said which has ended; what that has started
   * may live on and hold the pipe, so the end of the pipe is not to be waited for. True at the end.
   */
  boolean drain() {
    return drain(QUIET_ROUNDS);
  }

  /** The same when the program ends, whose children may just be starting to speak. */
  boolean drainAtEnd() {
    return drain(QUIET_ROUNDS_AT_END);
  }

  private boolean drain(int rounds) {
    long seen = -1;
    int quiet = 0;
    while (thread.isAlive() && quiet < rounds) {
      boolean isQuiet = waits && pieces.get() == seen && isEmpty();
      quiet = isQuiet ? quiet + 1 : 0;
      seen = pieces.get();
      thread.awaitEnd(ROUND_MS);
    }
    return !thread.isAlive();
  }

  /** Lets another process go on with it. What it passes on is not on the tape. */
  void handOver() {
    HandOver.of(output);
  }

  private boolean isEmpty() {
    try {
      return output.available() == 0;
    } catch (IOException closed) {
      return true;
    }
  }
}
