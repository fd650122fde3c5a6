package dev.tapedeck.session;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import jdk.internal.misc.Unsafe;

/**
 * Initialises the JDK's classes that come to a door when they are initialised.
 *
 * <p>Recorder and replayer use different parts of the JDK. A class that one of them has woken and the
 * other has not would ask in one mode only, and shift every later answer by one.
 */
final class Awake {

  private Awake() {}

  static void allThatAsk() {
    Unsafe unsafe = Unsafe.getUnsafe();
    unsafe.ensureClassInitialized(ThreadLocalRandom.class);
    unsafe.ensureClassInitialized(Clock.class);
  }
}
