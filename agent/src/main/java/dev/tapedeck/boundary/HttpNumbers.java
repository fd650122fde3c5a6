package dev.tapedeck.boundary;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers of exchanges, by which people find on the tape what belongs together. */
final class HttpNumbers {

  private static final AtomicLong LAST = new AtomicLong();

  private HttpNumbers() {}

  static long next() {
    return LAST.incrementAndGet();
  }
}
