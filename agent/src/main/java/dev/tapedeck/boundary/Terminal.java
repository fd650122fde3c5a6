package dev.tapedeck.boundary;

import dev.tapedeck.boundary.HostAnswer.Asked;
import java.util.List;

/**
 * Whether the standard streams are a terminal, and whether it shows what is typed.
 *
 * <p>{@code System.console()} is there or not by this. What a console reads and writes goes through
 * the standard streams.
 */
final class Terminal {

  private static final String CONSOLE = "java/io/Console";

  private Terminal() {}

  static List<Wrap> wraps() {
    HostAnswer echo = new HostAnswer("Console.echo", "(Z)Z", Asked.ALONE);
    return List.of(
        HostAnswer.wrap(CONSOLE, "ttyStatus", "()I", Asked.ALONE),
        Wrap.until(21, CONSOLE, "echo", "(Z)Z", echo),
        Wrap.since(22, "jdk/internal/io/JdkConsoleImpl", "echo", "(Z)Z", echo));
  }
}
