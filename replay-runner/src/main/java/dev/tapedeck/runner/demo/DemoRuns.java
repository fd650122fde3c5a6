package dev.tapedeck.runner.demo;

import com.example.orders.OrderBatch;
import dev.tapedeck.runner.launch.AgentJar;
import dev.tapedeck.runner.launch.AgentOptions;
import dev.tapedeck.runner.launch.Children;
import dev.tapedeck.runner.launch.ProgramOutput;
import dev.tapedeck.runner.launch.RecordLaunch;
import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.launch.ReplayLaunch;
import dev.tapedeck.runner.launch.ReplayRequest;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Notices;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Runs the batch job, recording and replaying. */
final class DemoRuns {
  /** One run in two crashes; so many that do not are once in a million times a million. */
  private static final int TRIES = 40;

  private final Notices notices;
  private final Children children;
  private final Path base;
  private final Path scratch;

  DemoRuns(Notices notices, Children children, Path base, Path scratch) {
    this.notices = notices;
    this.children = children;
    this.base = base;
    this.scratch = scratch;
  }

  /** A recorded run that crashed, and how many it took. */
  record Crashed(
      Path run, int tries, int exitStatus, long nanos, long allNanos, Captured printed) {}

  /** The replay of it. */
  record Replayed(ReplayLaunch.Ended ended, Captured printed) {}

  Crashed recordUntilCrash(Path orders) throws IOException {
    Path out = scratch.resolve("recorded.out");
    Path err = scratch.resolve("recorded.err");
    long begin = System.nanoTime();
    for (int tries = 1; tries <= TRIES; tries++) {
      AgentOptions options =
          new AgentOptions().with("dir", base.toAbsolutePath().toString());
      RecordLaunch.Ended ended = new RecordLaunch(children, AgentJar.locate(), base, options)
          .run(
              commandLine(orders),
              ProcessBuilder.Redirect.to(out.toFile()),
              ProcessBuilder.Redirect.to(err.toFile()));
      Path run = ended.run();
      Captured printed = Captured.read(out, err);
      if (run == null) {
        throw new Trouble(ended.described() + "; the job said: " + printed.exception());
      }
      if (ended.exitStatus() != 0) {
        return new Crashed(
            run, tries, ended.exitStatus(), ended.nanos(), System.nanoTime() - begin, printed);
      }
      // A run without a crash is not what anybody wants to find later.
      Scratch.delete(run);
    }
    throw new Trouble("the job did not crash in " + TRIES
        + " runs, which is next to impossible: please report it");
  }

  Replayed replay(Path run) throws IOException {
    Path out = scratch.resolve("replayed.out");
    Path err = scratch.resolve("replayed.err");
    try (TapeReader tape = TapeReader.open(run)) {
      ReplayLaunch.Ended ended = new ReplayLaunch(notices, children)
          .run(
              RecordedProgram.of(tape.header()),
              ReplayRequest.plain(run),
              ProgramOutput.to(
                  ProcessBuilder.Redirect.to(out.toFile()),
                  ProcessBuilder.Redirect.to(err.toFile())));
      return new Replayed(ended, Captured.read(out, err));
    }
  }

  private static List<String> commandLine(Path orders) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        ownJar().toString(),
        OrderBatch.class.getName(),
        orders.toString());
  }

  static Path ownJar() {
    try {
      return Path.of(
          OrderBatch.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new Trouble("cannot find the jar this command runs from", e);
    }
  }
}
