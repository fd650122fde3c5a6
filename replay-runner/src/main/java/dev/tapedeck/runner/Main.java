package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.Children;
import java.util.concurrent.CompletableFuture;

/** The {@code tapedeck} command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console console = Console.ofProcess();
    CompletableFuture<Integer> status = new CompletableFuture<>();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> endWithChild(console.children(), status), "tapedeck-end"));
    status.complete(TapedeckCommand.run(console, args));
    System.exit(status.join());
  }

  /** On a signal: the program ends first, and its status is ours. */
  private static void endWithChild(Children children, CompletableFuture<Integer> status) {
    if (!children.any()) {
      return;
    }
    children.end();
    Runtime.getRuntime().halt(status.join());
  }
}
