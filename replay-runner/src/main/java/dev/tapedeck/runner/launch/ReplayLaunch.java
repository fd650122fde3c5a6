package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.portable.PackedClasses;
import dev.tapedeck.runner.report.Outcome;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Notices;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeKey;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a recorded program again in a child JVM, with the agent in replay mode. */
public final class ReplayLaunch {
  private static final File NOTHING =
      new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");

  private final Notices notices;
  private final Children children;

  public ReplayLaunch(Notices notices, Children children) {
    this.notices = notices;
    this.children = children;
  }

  /**
   * How a replay ended.
   *
   * @param outcome what the agent says; null when it could not say anything any more
   * @param classes what the program was made of
   */
  public record Ended(
      int exitStatus,
      long nanos,
      @Nullable Outcome outcome,
      ReplayJdk jdk,
      ReplayClasses classes) {}

  /**
   * Replays.
   *
   * @throws Trouble when it cannot be started
   */
  public Ended run(RecordedProgram program, ReplayRequest request, ProgramOutput output) {
    ReplayJdk jdk = ReplayJdk.choose(program, request.java());
    if (!jdk.sameAsRecorded() && !request.foreign()) {
      notices.say("recorded on Java " + program.jvmVersion() + ", replaying on " + jdk.version()
          + " (" + jdk.java() + ")");
    }
    Path scratch = scratch();
    try {
      return run(program, request, jdk, scratch, output);
    } finally {
      Scratch.delete(scratch);
    }
  }

  private Ended run(
      RecordedProgram program,
      ReplayRequest request,
      ReplayJdk jdk,
      Path scratch,
      ProgramOutput output) {
    boolean sameDirectory = Files.isDirectory(program.cwd());
    ReplayClasses classes = classes(program, request, sameDirectory);
    Path outcome = scratch.resolve("outcome");
    SuspendSignal signal = new SuspendSignal(scratch);
    List<String> debugFlags = debugFlags(request, signal);
    ProcessBuilder builder = new ProcessBuilder();
    builder.directory(sameDirectory ? program.cwd().toFile() : emptyDirectory(program, scratch));
    builder.environment().clear();
    builder.environment().putAll(RecordedEnvironment.of(program));
    builder.redirectInput(NOTHING);
    output.arrange(builder);
    Anew anew = new Anew(scratch, debugFlags.isEmpty());
    long begin = System.nanoTime();
    int status;
    do {
      anew.offer();
      AgentOptions options = anew.addTo(agentOptions(request, outcome));
      List<String> line = ReplayCommandLine.of(
          program,
          jdk,
          classes,
          options.flag(AgentJar.locate().toString()),
          debugFlags,
          !anew.leavesEncodings());
      builder.command(ArgumentFile.where(line, program, scratch));
      Process process = children.start(builder);
      output.begin(process);
      saySuspended(process, request, signal);
      status = children.awaitEnd(process);
      output.end();
    } while (anew.isTaken());
    return new Ended(
        status, System.nanoTime() - begin, Outcome.read(outcome).orElse(null), jdk, classes);
  }

  private ReplayClasses classes(
      RecordedProgram program, ReplayRequest request, boolean sameDirectory) {
    if (request.classPath() != null) {
      return ReplayClasses.given(program, request.classPath());
    }
    Path packed = PackedClasses.root(request.run());
    ReplayClasses classes = packed == null
        ? ReplayClasses.recorded(program, sameDirectory)
        : ReplayClasses.packed(program, packed);
    ClassPathCheck.of(program, classes.entries()).forEach(notices::say);
    return classes;
  }

  private static AgentOptions agentOptions(ReplayRequest request, Path outcome) {
    AgentOptions options = new AgentOptions()
        .with("mode", "replay")
        .with("run", request.run().toAbsolutePath().toString())
        .with("outcome", outcome.toString());
    if (request.debug() || request.until() != null) {
      // A person who looks around takes longer than the agent would wait.
      options.with("debugged", "true");
    }
    if (request.paced()) {
      options.with("pace", "recorded");
    }
    if (request.writes() != null) {
      options.with("writes", request.writes().toString());
    }
    if (request.foreign()) {
      options.with("foreign", "true");
    }
    TapeKey key = request.key();
    if (key != null) {
      options.with("key", key.file().toAbsolutePath().toString());
    }
    if (request.blessed() != null) {
      options.with("bless", request.blessed().toString());
      if (request.classPath() != null) {
        options.with("classes", "given");
      }
    }
    ReplayRequest.Until until = request.until();
    if (until != null) {
      options.with("until", until.lane() + ":" + until.ordinal());
    }
    return options;
  }

  private List<String> debugFlags(ReplayRequest request, SuspendSignal signal) {
    if (request.until() != null) {
      return List.of(DebugPort.atEvent(request.port(), signal));
    }
    if (!request.debug()) {
      return List.of();
    }
    String flag = DebugPort.atStart(request.port());
    notices.say("waiting for a debugger on port " + request.port());
    return List.of(flag);
  }

  private void saySuspended(Process process, ReplayRequest request, SuspendSignal signal) {
    ReplayRequest.Until until = request.until();
    if (until == null) {
      return;
    }
    try {
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        if (signal.seen()) {
          notices.say("suspended before " + until.described() + "; attach a debugger to port "
              + request.port() + " (jdb -attach localhost:" + request.port() + ")");
          return;
        }
      }
      notices.say("the program ended before " + until.described());
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; the child is awaited next.
    }
  }

  private File emptyDirectory(RecordedProgram program, Path scratch) {
    notices.say("the recorded working directory " + program.cwd()
        + " is not here: the program runs in an empty one");
    try {
      return Files.createDirectory(scratch.resolve("cwd")).toFile();
    } catch (IOException e) {
      throw new Trouble(
          "cannot make a working directory beneath " + scratch + ": " + e.getMessage(), e);
    }
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("tapedeck-replay-");
    } catch (IOException e) {
      throw new Trouble("cannot make a temporary directory: " + e.getMessage(), e);
    }
  }
}
