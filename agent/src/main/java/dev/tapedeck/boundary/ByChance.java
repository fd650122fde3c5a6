package dev.tapedeck.boundary;

import java.util.List;

/**
 * What the JDK does on whichever thread comes first, and what it asks for meanwhile is nobody's
 * question: a pool makes a thread or not, as its others happen to be busy; a class begins with a
 * number that only has to be some number.
 */
final class ByChance {

  private static final String INITIALISER = "<clinit>";

  private ByChance() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of("java/util/concurrent/ForkJoinPool", "createWorker", "()Z", new Nobodys()),
      Wrap.since(
          25,
          "java/util/concurrent/ForkJoinPool",
          "startDelayScheduler",
          "()Ljava/util/concurrent/DelayScheduler;",
          new Nobodys()),
      Wrap.of("java/util/concurrent/ForkJoinPool", INITIALISER, "()V", new Nobodys()),
      Wrap.of("java/util/concurrent/ThreadLocalRandom", INITIALISER, "()V", new Nobodys()),
      Wrap.of("java/time/Clock", INITIALISER, "()V", new Nobodys()));

  private static final class Nobodys extends Unasked {
    @Override
    void passes(Crossing crossing) {}
  }
}
