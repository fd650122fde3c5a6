package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.run.RunDirectories;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.TapeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs a program with the agent and finds out which run it became. */
public final class RecordLaunch {
  /** A file system may keep coarser times than the clock has. */
  private static final Duration COARSE = Duration.ofSeconds(2);

  private final Children children;
  private final Path agentJar;
  private final Path base;
  private final AgentOptions options;
  private final String token = "record-" + UUID.randomUUID();

  public RecordLaunch(Children children, Path agentJar, Path base, AgentOptions options) {
    this.children = children;
    this.agentJar = agentJar;
    this.base = base;
    this.options = options.with("launched-by", token);
  }

  /**
   * How a recording ended.
   *
   * @param run its directory, or null when none was made
   * @param described in a line
   */
  public record Ended(int exitStatus, long nanos, @Nullable Path run, String described) {}

  /** Runs the command line; stdin is the command's own. */
  public Ended run(List<String> command, ProcessBuilder.Redirect out, ProcessBuilder.Redirect err) {
    ProcessBuilder builder =
        new ProcessBuilder(RecordCommandLine.with(options.flag(agentJar.toString()), command));
    builder.redirectInput(ProcessBuilder.Redirect.INHERIT).redirectOutput(out).redirectError(err);
    Instant start = Instant.now().minus(COARSE);
    long begin = System.nanoTime();
    int status = children.awaitEnd(children.start(builder));
    long nanos = System.nanoTime() - begin;
    return find(start, status, nanos);
  }

  private Ended find(Instant start, int status, long nanos) {
    List<Path> runs = Files.isDirectory(base) ? RunDirectories.newestFirst(base) : List.of();
    for (Path run : runs) {
      if (RunDirectories.writtenAt(run).isBefore(start)) {
        continue;
      }
      try (TapeReader tape = TapeReader.look(run, null)) {
        if (ours(tape)) {
          return new Ended(status, nanos, run, describe(run, tape));
        }
      } catch (TapeException e) {
        // Not ours: ours has just been written.
      }
    }
    if (status == 0 && "failures".equals(options.get("keep", System.getenv()))) {
      return new Ended(status, nanos, null, "the run ended well: its tape is not kept");
    }
    String nothing = "nothing was recorded: there is no tape of this run beneath " + base;
    return new Ended(status, nanos, null, nothing);
  }

  /** The header says who launched it. */
  private boolean ours(TapeReader tape) {
    return token.equals(tape.header().text(Header.LAUNCHED_BY));
  }

  private static String describe(Path run, TapeReader tape) {
    String events = Amounts.count(tape.events(), "event");
    String incomplete =
        tape.complete() ? "" : ", incomplete: " + String.join("; ", tape.problems());
    return "recorded " + run + " (" + events + incomplete + ")";
  }
}
