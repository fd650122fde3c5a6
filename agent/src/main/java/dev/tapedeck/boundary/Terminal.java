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
    HostAnswer status = new HostAnswer("Console.ttyStatus", "()I", Asked.ALONE);
    HostAnswer both = new HostAnswer("Console.istty", "()Z", Asked.ALONE);
    return List.of(
        Wrap.maybe(CONSOLE, "ttyStatus", "()I", status),
        Wrap.maybe(CONSOLE, "istty", "()Z", both),
        Wrap.maybe(CONSOLE, "echo", "(Z)Z", echo),
        Wrap.maybe("jdk/internal/io/JdkConsoleImpl", "echo", "(Z)Z", echo));
  }
}
