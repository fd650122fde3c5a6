package dev.tapedeck.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.launch.Children;
import dev.tapedeck.runner.speech.Notices;
import dev.tapedeck.tape.KeyFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given a sealed run, each command does what can be done without the key, or says in one line that it wants it. */
class SealedCommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  Path directory;

  private String key = "";
  private String others = "";
  private String run = "";

  @BeforeEach
  void write() {
    key = keygen("mine.key");
    others = keygen("others.key");
    byte[] recipient = KeyFile.readPublic(Path.of(key + ".pub"));
    run = TapeFixture.writeSealed(directory.resolve("runs"), recipient).toString();
  }

  @Test
  void keysAreNeverWrittenOver() throws Exception {
    String before = Files.readString(Path.of(key));
    assertThat(run("keygen", "-o", key)).isEqualTo(2);
    assertThat(said()).contains(key + ".pub is there already").hasLineCount(1);
    assertThat(Path.of(key)).hasContent(before);
  }

  @Test
  void whatNeedsTheKeySaysSo() {
    for (List<String> line : List.of(
        List.of("replay", run),
        List.of("cat", run),
        List.of("diff", run, run),
        List.of("doctor", run),
        List.of("pack", run, "--unsealed", "-o", file("a.tape.zip")),
        List.of("redact", run, "--match", "x", "-o", file("b.tape.zip")),
        List.of("export", run, "--jsonl", "-o", file("c.tape")))) {
      isRefused(line, "is sealed to the key", "--key FILE");
      isRefused(with(line, "--key", others), "is sealed to the key", "the key given is");
      isRefused(with(line, "--key", key + ".pub"), "holds no private key");
      isRefused(with(line, "--key", file("none")), "Cannot read the key", "none");
    }
  }

  @Test
  void withoutTheKeyThereIsWhatCanBeSeenFromOutside() {
    assertThat(run("ls", directory.resolve("runs").toString())).isZero();
    assertThat(printed()).contains("exit 1").contains("com.acme.Job").doesNotContain("Exception");
    assertThat(run("info", run)).isZero();
    assertThat(printed())
        .contains("--key FILE shows the rest")
        .contains("file_read")
        .contains("com.acme.Job.run:41")
        .doesNotContain("in.csv");
    assertThat(run("info", "--json", run)).isZero();
    assertThat(printed()).contains("\"sealed_to\":\"").doesNotContain("sealed_fields");
    assertThat(run("verify", run)).isZero();
    assertThat(printed()).startsWith("whole: 9 events").contains("replays: unknown");
    assertThat(run("annotate", run, "3", "here")).isZero();
  }

  @Test
  void withTheKeyItIsATapeLikeAnother() {
    assertThat(run("info", run, "--key", key)).isZero();
    assertThat(printed()).contains("sealed").contains("--fast in.csv").contains("boom");
    assertThat(run("cat", run, "--key", key)).isZero();
    assertThat(printed()).contains("/data/in.csv").contains("a;b");
    assertThat(run("verify", run, "--key", key)).isZero();
    assertThat(printed()).startsWith("whole: 9 events, 4.9 KiB");
    assertThat(run("diff", run, run, "--key", key)).isZero();
  }

  @Test
  void whatIsPackedIsNotSealedAndThatMustBeSaid() {
    String packed = file("packed.tape.zip");
    isRefused(
        List.of("pack", run, "--key", key, "-o", packed), "is sealed, and what is packed is not");
    assertThat(Path.of(packed)).doesNotExist();
    assertThat(run("pack", run, "--key", key, "--unsealed", "-o", packed)).isZero();
    assertThat(run("diff", run, packed, "--key", key)).isZero();
    assertThat(run("cat", packed)).isZero();
    assertThat(printed()).contains("/data/in.csv").doesNotContain("sealed");
  }

  private void isRefused(List<String> line, String... words) {
    assertThat(run(line.toArray(String[]::new))).as("%s: %s", line, said()).isEqualTo(2);
    assertThat(said()).as("%s", line).contains(words).hasLineCount(1);
    assertThat(printed()).isEmpty();
  }

  private static List<String> with(List<String> line, String... more) {
    List<String> all = new ArrayList<>(line);
    all.addAll(List.of(more));
    return all;
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private String keygen(String name) {
    KeyFile.create(directory.resolve(name));
    return file(name);
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    Console console = new Console(
        new PrintStream(out, true, UTF_8),
        out,
        err,
        new Notices(new PrintStream(err, true, UTF_8)),
        new Children());
    return TapedeckCommand.run(console, args);
  }

  private String printed() {
    return out.toString(UTF_8);
  }

  private String said() {
    return err.toString(UTF_8);
  }
}
