package dev.tapedeck.benchmarks.program;

/** Reads one clock over and over: {@code nanoTime} or {@code currentTimeMillis}, so many times, after a warm-up. */
public final class ClockLoop {

  private static final int ROUNDS = 5;

  private ClockLoop() {}

  public static void main(String[] args) {
    int calls = Integer.parseInt(args[1]);
    boolean nanos = args[0].equals("nanoTime");
    long best = Long.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      sum += nanos ? nanos(calls) : millis(calls);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.println(best / (double) calls);
    System.out.println((long) ROUNDS * calls);
    System.out.println(sum);
  }

  private static long nanos(int calls) {
    long sum = 0;
    for (int i = 0; i < calls; i++) {
      sum += System.nanoTime();
    }
    return sum;
  }

  private static long millis(int calls) {
    long sum = 0;
    for (int i = 0; i < calls; i++) {
      sum += System.currentTimeMillis();
    }
    return sum;
  }
}
