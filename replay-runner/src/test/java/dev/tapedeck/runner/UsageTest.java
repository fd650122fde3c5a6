package dev.tapedeck.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.launch.Children;
import dev.tapedeck.runner.speech.Notices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who types something wrong: one line that says what, where and what to do. */
class UsageTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  Path directory;

  @Test
  void namesTheNearestVerb() {
    assertThat(run("relpay")).isEqualTo(2);
    assertThat(said())
        .isEqualTo(
            "tapedeck: unknown command 'relpay': did you mean 'replay'? (tapedeck --help)\n");
  }

  @Test
  void namesTheNearestOption() {
    assertThat(run("replay", "--debgu=5")).isEqualTo(2);
    assertThat(said())
        .isEqualTo("tapedeck: unknown option '--debgu' of tapedeck replay: did you mean '--debug'?"
            + " (tapedeck replay --help)\n");
  }

  @Test
  void namesTheKnownOnesWhereNoneIsNear() {
    assertThat(run("ls", "--frobnicate")).isEqualTo(2);
    assertThat(said())
        .startsWith("tapedeck: unknown option '--frobnicate' of tapedeck ls: known are --")
        .contains("--json");
  }

  @Test
  void saysWhatIsNoNumber() {
    assertThat(run("replay", "--until", "soon")).isEqualTo(2);
    assertThat(said()).contains("--until").contains("'soon'").hasLineCount(1);
  }

  @Test
  void saysThatThereIsNoRun() {
    assertThat(run("info", directory.resolve("gone").toString())).isEqualTo(2);
    assertThat(said())
        .contains("there is no run")
        .contains("gone")
        .contains("tapedeck ls")
        .hasLineCount(1);
  }

  @Test
  void saysThatADirectoryHoldsNoRun() {
    assertThat(run("replay", directory.toString())).isEqualTo(2);
    assertThat(said())
        .contains("there is no run beneath " + directory)
        .contains("tapedeck record")
        .hasLineCount(1);
  }

  @Test
  void saysThatAFileIsNoTape() throws Exception {
    Path tape = Files.createFile(directory.resolve("run.tape.zip"));
    assertThat(run("cat", tape.toString())).isEqualTo(2);
    assertThat(said()).isEqualTo("tapedeck: " + tape + ":1: the tape is empty\n");
  }

  @Test
  void recordsNothingButJava() {
    assertThat(run("record", "--", "python3", "job.py")).isEqualTo(2);
    assertThat(said()).contains("'python3'").contains("JAVA_TOOL_OPTIONS").hasLineCount(1);
  }

  @Test
  void namesTheNearestAgentOption() {
    assertThat(run("record", "-o", "secrest=*PIN*", "--", "java", "-version")).isEqualTo(2);
    assertThat(said())
        .isEqualTo("tapedeck: the agent has no option 'secrest': did you mean 'secrets'?\n");
  }

  @Test
  void knowsTheAgentsOptions() {
    for (String option : new String[] {"dir=d", "secrets=*PIN*", "originals=0", "dump=d"}) {
      assertThat(run("record", "-o", option, "--", "make")).isEqualTo(2);
    }
    assertThat(said().lines()).hasSize(4).allMatch(line -> line.contains("'make'"));
  }

  @Test
  void wantsToKnowWhereALaneIsAwaited() throws Exception {
    assertThat(run("replay", "--lane", "0")).isEqualTo(2);
    assertThat(said()).hasLineCount(1);
  }

  @Test
  void repeatsAtLeastOnce() {
    assertThat(run("replay", "--repeat", "0")).isEqualTo(2);
    assertThat(said()).isEqualTo("tapedeck: --repeat wants a number of replays from 1 on, not 0\n");
  }

  @Test
  void repeatsNothingThatStops() {
    assertThat(run("replay", "--repeat", "2", "--debug")).isEqualTo(2);
    assertThat(run("replay", "--repeat", "2", "--until", "7")).isEqualTo(2);
    assertThat(said()).isEqualTo("""
            tapedeck: --repeat stops for nobody: leave out --debug, or --repeat
            tapedeck: --repeat stops for nobody: leave out --until, or --repeat
            """);
  }

  @Test
  void givesUpOnlyWhatGoesOn() {
    assertThat(run("record", "--max", "3", "--", "java", "-version")).isEqualTo(2);
    assertThat(run("record", "--until-failure", "--max", "0", "--", "java", "-version"))
        .isEqualTo(2);
    assertThat(said()).isEqualTo("""
            tapedeck: --max says when --until-failure gives up: give --until-failure too
            tapedeck: --max wants a number of runs from 1 on, not 0
            """);
  }

  @Test
  void waitsForNoFailureOfWhatIsNotJava() {
    assertThat(run("record", "--until-failure", "-d", directory.toString(), "--", "make", "test"))
        .isEqualTo(2);
    assertThat(said()).contains("'make'").hasLineCount(1);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void helpGoesToStdout() {
    assertThat(run("replay", "--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("--until")
        .contains("--class-path")
        .contains("--report");
    assertThat(said()).isEmpty();
  }

  @Test
  void versionGoesToStdout() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("tapedeck ");
  }

  private int run(String... args) {
    PrintStream stdout = new PrintStream(out, true, UTF_8);
    Console console = new Console(
        stdout, stdout, err, new Notices(new PrintStream(err, true, UTF_8)), new Children());
    return TapedeckCommand.run(console, args);
  }

  private String said() {
    return err.toString(UTF_8);
  }
}
