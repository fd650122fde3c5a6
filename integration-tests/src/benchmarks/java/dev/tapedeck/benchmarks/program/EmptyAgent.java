package dev.tapedeck.benchmarks.program;

/** An agent that does nothing. */
public final class EmptyAgent {

  private EmptyAgent() {}

  /** Called by the JVM. */
  public static void premain(String options) {}
}
