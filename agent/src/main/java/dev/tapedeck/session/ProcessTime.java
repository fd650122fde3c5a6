package dev.tapedeck.session;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Tells whether this process computes, as Linux counts it in {@code /proc/self/stat} (proc(5)). */
final class ProcessTime {

  private static final int USER = 14;
  private static final long TICK_MS = 10;
  private static final int LONGEST = 1024;

  private long lastTicks;
  private long lastNanos;

  ProcessTime() {
    lastTicks = ticks();
    lastNanos = System.nanoTime();
  }

  /**
   * Whether it has computed for more than a tenth of the time since this was asked last; true where
   * nobody can tell. Ask not oftener than every second.
   */
  boolean computes() {
    long ticks = ticks();
    long nanos = System.nanoTime();
    long busyMs = (ticks - lastTicks) * TICK_MS;
    long passedMs = (nanos - lastNanos) / 1_000_000;
    lastTicks = ticks;
    lastNanos = nanos;
    return ticks < 0 || busyMs * 10 > passedMs;
  }

  private static long ticks() {
    byte[] bytes = new byte[LONGEST];
    int length;
    try (RandomAccessFile stat = new RandomAccessFile("/proc/self/stat", "r")) {
      length = stat.read(bytes);
    } catch (IOException notLinux) {
      return -1;
    }
    int at = 0;
    for (int i = 0; i < length; i++) {
      at = bytes[i] == ')' ? i + 2 : at; // the name before it may hold anything
    }
    long user = 0;
    long both = 0;
    for (int field = 3; at < length && field <= USER + 1; field++) {
      long number = 0;
      for (; at < length && bytes[at] != ' '; at++) {
        number = number * 10 + (bytes[at] - '0');
      }
      at++;
      user = field == USER ? number : user;
      both = user + number;
    }
    return both;
  }
}
