package dev.tapedeck.premain;

import java.lang.instrument.Instrumentation;

/** Starts Tapedeck before the program's main method. */
public final class Premain {

  private Premain() {}

  /** Called by the JVM for {@code -javaagent}. */
  public static void premain(String options, Instrumentation instrumentation) {}
}
