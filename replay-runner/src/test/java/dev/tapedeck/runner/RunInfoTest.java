package dev.tapedeck.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.launch.Children;
import dev.tapedeck.runner.speech.Notices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ls and info tell of a run. */
class RunInfoTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  Path base;

  @Test
  void lsShowsHowRunsEnded() {
    Path crashed = TapeFixture.write(base, false);
    Path killed = TapeFixture.write(base, true);
    assertThat(run("ls", base.toString())).isZero();
    assertThat(out.toString(UTF_8).lines().toList())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line)
            .contains("exit 1, IllegalStateException", "com.acme.Job")
            .endsWith(crashed.toString()))
        .anySatisfy(line -> assertThat(line).contains("incomplete").endsWith(killed.toString()));
  }

  @Test
  void lsForPrograms() {
    TapeFixture.write(base, false);
    assertThat(run("ls", "--json", base.toString())).isZero();
    assertThat(out.toString(UTF_8))
        .contains(
            "\"exit_code\":1,\"crash\":\"java.lang.IllegalStateException\",\"complete\":true,\"events\":9,")
        .endsWith("}\n");
  }

  @Test
  void lsOfNothingSaysSo() {
    assertThat(run("ls", base.toString())).isZero();
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).contains("there is no run beneath " + base);
  }

  @Test
  void infoIsAPage() {
    TapeFixture.write(base, false);
    assertThat(run("info", base.toString())).isZero();
    assertThat(out.toString(UTF_8))
        .contains("program   com.acme.Job --fast in.csv\n")
        .contains("left out  API_KEY (they look like secrets)\n")
        .contains("events    9 in 1 lane, ")
        .contains("           3  clock_read\n")
        .contains("           6  com.acme.Job.run:41\n")
        .contains("ended     exit 1, IllegalStateException (uncaught)\n")
        .contains("java.lang.IllegalStateException: boom\n\tat com.acme.Job.run(Job.java:41)\n")
        .contains("Caused by: java.io.FileNotFoundException: /data/gone.csv\n");
  }

  @Test
  void infoForPrograms() {
    TapeFixture.write(base, false);
    assertThat(run("info", "--json", base.toString())).isZero();
    assertThat(out.toString(UTF_8))
        .contains(
            "\"kinds\":{\"clock_read\":3,",
            "\"sites\":{\"com.acme.Job.run:41\":6,",
            "\"header\":{\"type\":\"header\",");
  }

  @Test
  void infoTellsWhatIsMissing() {
    TapeFixture.write(base, true);
    assertThat(run("info", base.toString())).isZero();
    assertThat(out.toString(UTF_8)).contains("ended     incomplete\n").contains("problem   ");
  }

  private int run(String... args) {
    PrintStream stdout = new PrintStream(out, true, UTF_8);
    Console console = new Console(
        stdout, stdout, err, new Notices(new PrintStream(err, true, UTF_8)), new Children());
    return TapedeckCommand.run(console, args);
  }
}
