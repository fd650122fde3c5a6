package dev.tapedeck.benchmarks.program;

/** Sleeps so many seconds, a tenth of a second at a time. */
public final class Sleeper {

  private Sleeper() {}

  public static void main(String[] args) throws InterruptedException {
    for (int i = 0; i < 10 * Integer.parseInt(args[0]); i++) {
      Thread.sleep(100);
    }
    System.out.println("awake");
  }
}
