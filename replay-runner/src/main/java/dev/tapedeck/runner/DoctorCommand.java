package dev.tapedeck.runner;

import dev.tapedeck.runner.doctor.Findings;
import dev.tapedeck.runner.doctor.JarDoctor;
import dev.tapedeck.runner.doctor.NothingRecorded;
import dev.tapedeck.runner.doctor.TapeDoctor;
import dev.tapedeck.runner.launch.AgentJar;
import dev.tapedeck.runner.launch.AgentOptions;
import dev.tapedeck.runner.launch.RecordLaunch;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.run.RunDirectories;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says why nothing, or not everything, is on a tape. */
@Command(
    name = "doctor",
    description = {
      "Say why nothing, or not everything, is recorded of a program: of a run, of one that is started now, or of a jar.",
      "Exit status: 0 nothing found, 1 something found, 2 trouble."
    },
    customSynopsis = "tapedeck doctor [-d DIR] [RUN | JAR | DIRECTORY | java ...]",
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "RUN",
      description =
          "A run, a portable tape, a jar or a directory of classes; or behind -- a java command line.")
  private List<String> subject = new ArrayList<>();

  @Mixin
  private DirOption directory = new DirOption();

  @Mixin
  private KeyOption key = new KeyOption();

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Findings findings;
    if (subject.size() > 1) {
      findings = ofCommand();
    } else {
      Path given = subject.isEmpty() ? null : Path.of(subject.get(0));
      findings = given != null && isProgram(given)
          ? JarDoctor.of(given)
          : ofRun(RunArgument.resolve(given, directory.given(), System.getenv()));
    }
    findings.lines().forEach(line -> console.out().println(line.replaceAll("\\p{Cntrl}", "?")));
    console.out().flush();
    return findings.isWell() ? ExitStatus.FINE : ExitStatus.DIVERGED;
  }

  /** A directory without runs beneath it is one of classes. */
  private static boolean isProgram(Path given) {
    return Files.isDirectory(given)
        ? RunDirectories.newestFirst(given).isEmpty()
        : given.toString().endsWith(".jar") || given.toString().endsWith(".war");
  }

  private Findings ofRun(Path run) {
    try (OpenedTape opened = OpenedTape.open(run, key.key(System.getenv()))) {
      return TapeDoctor.of(run, opened.reader());
    }
  }

  /** Its tape is not kept. */
  private Findings ofCommand() {
    Path scratch = null;
    try {
      scratch = Files.createTempDirectory("tapedeck-doctor-");
      AgentOptions agent = new AgentOptions().with("dir", scratch.toString()).with("keep", "all");
      RecordLaunch.Ended ended = new RecordLaunch(
              console.children(), AgentJar.locate(), scratch, agent)
          .run(subject, ProcessBuilder.Redirect.INHERIT, ProcessBuilder.Redirect.INHERIT);
      Path run = ended.run();
      return run == null
          ? NothingRecorded.of(subject, ended.exitStatus(), System.getenv())
          : ofRun(run);
    } catch (IOException e) {
      throw new Trouble("cannot make a temporary directory: " + e.getMessage(), e);
    } finally {
      if (scratch != null) {
        Scratch.delete(scratch);
      }
    }
  }
}
