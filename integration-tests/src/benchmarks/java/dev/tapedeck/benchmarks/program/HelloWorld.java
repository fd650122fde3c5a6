package dev.tapedeck.benchmarks.program;

/** Says one line. */
public final class HelloWorld {

  private HelloWorld() {}

  public static void main(String[] args) {
    System.out.println("hello, world");
  }
}
