package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.AgentJar;
import dev.tapedeck.runner.launch.AgentOptions;
import dev.tapedeck.runner.launch.RecordLaunch;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.speech.Nearest;
import dev.tapedeck.runner.speech.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a java command line with the agent. */
@Command(
    name = "record",
    description = "Run a java command line and record it. Ends with the program's own exit status.",
    customSynopsis = "tapedeck record [-d DIR] [-o KEY=VALUE]... -- java ...",
    sortOptions = false)
final class RecordCommand implements Callable<Integer> {
  private static final List<String> KNOWN_OPTIONS = List.of("dir", "dump", "secrets", "mode");

  private final Console console;

  @Option(
      names = {"-d", "--dir"},
      paramLabel = "DIR",
      description = "Where runs are kept: $TAPEDECK_DIR, else ./tapedeck-runs.")
  private @Nullable Path directory;

  @Option(
      names = "-o",
      paramLabel = "KEY=VALUE",
      description = "An option of the agent: dump, secrets.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Parameters(paramLabel = "java ...", description = "The command line, from java on.")
  private List<String> command = new ArrayList<>();

  RecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (String key : options.keySet()) {
      if (!KNOWN_OPTIONS.contains(key)) {
        throw new Trouble("the agent has no option '" + key + "'"
            + Nearest.to(key, KNOWN_OPTIONS)
                .map(best -> ": did you mean '" + best + "'?")
                .orElse(": known are dir, dump, secrets"));
      }
    }
    String given = options.remove("dir");
    Path base = RunArgument.baseDirectory(
        directory == null && given != null ? Path.of(given) : directory, System.getenv());
    AgentOptions agent = new AgentOptions().with("dir", base.toAbsolutePath().toString());
    options.forEach(agent::with);
    RecordLaunch launch = new RecordLaunch(console.children(), AgentJar.locate(), base, agent);
    RecordLaunch.Ended ended =
        launch.run(command, ProcessBuilder.Redirect.INHERIT, ProcessBuilder.Redirect.INHERIT);
    console.notices().say(ended.described());
    return ended.exitStatus();
  }
}
