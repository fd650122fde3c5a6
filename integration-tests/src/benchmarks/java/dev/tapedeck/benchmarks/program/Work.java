package dev.tapedeck.benchmarks.program;

/** Computes for about so many milliseconds, the same on every run, and reads the clock about once in each. */
public final class Work {

  /** Steps that take roughly a millisecond. */
  private static final int SLICE = 430_000;

  private static final int WARM_UP = 1000;

  private Work() {}

  public static void main(String[] args) {
    int slices = Integer.parseInt(args[0]);
    long state = compute(88172645463325252L, WARM_UP);
    long start = System.nanoTime();
    state = compute(state, slices);
    System.out.println((System.nanoTime() - start) / 1e6);
    System.out.println(state == 0);
  }

  private static long compute(long seed, int slices) {
    long state = seed;
    for (int i = 0; i < slices; i++) {
      for (int step = 0; step < SLICE; step++) {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
      }
      if (System.currentTimeMillis() < 0) {
        state++;
      }
    }
    return state;
  }
}
