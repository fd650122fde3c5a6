package dev.tapedeck.runner;

import dev.tapedeck.runner.demo.Demo;
import dev.tapedeck.runner.run.RunArgument;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows in half a minute what Tapedeck does. */
@Command(
    name = "demo",
    description = "Record a job that ships with Tapedeck until it crashes, and replay the crash.",
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-d", "--dir"},
      paramLabel = "DIR",
      description = "Where the run is kept: $TAPEDECK_DIR, else ./tapedeck-runs.")
  private @Nullable Path directory;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path base = RunArgument.baseDirectory(directory, System.getenv());
    boolean same = new Demo(console.out(), console.notices(), console.children()).run(base);
    return same ? ExitStatus.FINE : ExitStatus.DIVERGED;
  }
}
