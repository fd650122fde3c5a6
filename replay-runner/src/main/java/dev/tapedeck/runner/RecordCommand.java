package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.AgentJar;
import dev.tapedeck.runner.launch.AgentOptions;
import dev.tapedeck.runner.launch.RecordLaunch;
import dev.tapedeck.runner.launch.Terminal;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.series.UntilFailure;
import dev.tapedeck.runner.speech.Nearest;
import dev.tapedeck.runner.speech.Progress;
import dev.tapedeck.runner.speech.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a java command line with the agent. */
@Command(
    name = "record",
    description = "Run a java command line and record it. Ends with the program's own exit status.",
    customSynopsis =
        "tapedeck record [--until-failure [--max N]] [-d DIR] [-o KEY=VALUE]... -- java ...",
    sortOptions = false)
final class RecordCommand implements Callable<Integer> {
  private static final List<String> KNOWN_OPTIONS = List.of(
      "dir",
      "secrets",
      "secret-fields",
      "order",
      "races",
      "originals",
      "max-bytes",
      "max-age",
      "keep",
      "encrypt-to",
      "dump",
      "mode");

  private final Console console;

  @Mixin
  private DirOption directory = new DirOption();

  @Option(
      names = "-o",
      paramLabel = "KEY=VALUE",
      description = "An option of the agent: secrets, order, originals, max-bytes, …")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--until-failure",
      description = {
        "Run it again and again, until a run ends with another status than 0, and keep the tape of that one alone.",
        "What a run prints is shown only if it fails. Each gets the same stdin."
      })
  private boolean untilFailure;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "With --until-failure: give up after so many runs, and end with 0.")
  private @Nullable Integer most;

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
                .orElse(": known are " + String.join(", ", KNOWN_OPTIONS)));
      }
    }
    if (most != null && !untilFailure) {
      throw new Trouble("--max says when --until-failure gives up: give --until-failure too");
    }
    if (most != null && most < 1) {
      throw new Trouble("--max wants a number of runs from 1 on, not " + most);
    }
    String given = options.remove("dir");
    Path base = RunArgument.baseDirectory(
        directory.given() == null && given != null ? Path.of(given) : directory.given(),
        System.getenv());
    return untilFailure ? recordUntilFailure(base) : record(base);
  }

  private int record(Path base) {
    AgentOptions agent = new AgentOptions().with("dir", base.toAbsolutePath().toString());
    options.forEach(agent::with);
    RecordLaunch launch = new RecordLaunch(console.children(), AgentJar.locate(), base, agent);
    RecordLaunch.Ended ended =
        launch.run(command, ProcessBuilder.Redirect.INHERIT, ProcessBuilder.Redirect.INHERIT);
    console.notices().say(ended.described());
    return ended.exitStatus();
  }

  private int recordUntilFailure(Path base) {
    Progress progress = new Progress(System.err, Terminal.isStderr());
    return new UntilFailure(
            console.children(), console.notices(), progress, console.raw(), console.rawErr())
        .run(command, base, options, most == null ? 0 : most);
  }
}
