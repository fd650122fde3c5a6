package dev.tapedeck.runner;

import dev.tapedeck.runner.run.RunArgument;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The run that a command is about: the one that is named, else the newest. */
final class WhichRun {
  @Parameters(arity = "0..1", paramLabel = "RUN", description = RunArgument.DESCRIPTION)
  private @Nullable Path run;

  @Mixin
  private DirOption directory = new DirOption();

  /** The run directory or the file that is meant. */
  Path find(Map<String, String> environment) {
    return RunArgument.resolve(run, directory.given(), environment);
  }
}
