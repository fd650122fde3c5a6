package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Given a public key, when a program is recorded with it, then nothing it was given is on the disk, and the private key replays it. */
final class SealedIT {
  private static final String SECRET = "correct-horse-battery-staple";

  @EachJdk
  void onlyTheKeyOpensIt(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.varying("disaster.Confidant")
        .arguments(SECRET + "-argument")
        .environment("RECIPE", SECRET + "-variable")
        .file("letter.txt", (SECRET + "-content ").repeat(500))
        .stdin(SECRET + "-input\n")
        .jvm("-Dconfidant=" + SECRET + "-property")
        .served();
    try (Take take = new Take(fixture, jdk)) {
      Path key = keygen(take, "mine.key");
      Path others = keygen(take, "others.key");
      Ran recorded = take.record("encrypt-to=" + key + ".pub");
      assertThat(recorded.out()).as(recorded::toString).contains(SECRET + "-variable");
      assertThat(recorded.exit()).isEqualTo(1);
      assertNowhere(take.tape(), SECRET);
      assertNowhere(take.tape(), "letter.txt");
      take.worldIsGone();
      isRefused(take.replay(), "is sealed to the key");
      isRefused(take.replay("--key", others.toString()), "the key given is");
      Verdict.isFaithful(recorded, take.replay("--key", key.toString()));
      take.isDone();
    }
  }

  /** The prefix of a killed program's tape, too. */
  @EachJdk
  void killed(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.varying("disaster.Chatter").asPeopleRunIt(), jdk)) {
      Path key = keygen(take, "mine.key");
      Ran killed;
      try (Running running = take.recording("encrypt-to=" + key + ".pub").start()) {
        running.awaitOut("\n");
        running.awaitOut("00\n");
        killed = running.kill();
      }
      String said = killed.out().substring(0, killed.out().lastIndexOf('\n') + 1);
      Ran replayed = take.worldIsGone().replay("--key", key.toString());
      assertThat(replayed.exit()).as("the prefix replays: " + replayed).isZero();
      assertThat(replayed.out()).as("all that was said is on the tape").startsWith(said);
      take.isDone();
    }
  }

  /** Nothing is recorded rather than recorded in clear. */
  @EachJdk
  void withoutAPublicKeyNothingIsRecorded(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.varying("clocks.SystemClocks"), jdk)) {
      Path key = keygen(take, "mine.key");
      for (String wrong : List.of(key.toString(), key + ".not")) {
        Ran ran = take.record("encrypt-to=" + wrong);
        assertThat(ran.exit()).isZero();
        assertThat(String.join("\n", ran.said()))
            .contains("the program runs unrecorded")
            .contains(wrong);
        assertThat(Files.exists(take.world().tapes()) && !isEmpty(take.world().tapes()))
            .isFalse();
      }
      take.isDone();
    }
  }

  private static void isRefused(Ran ran, String... words) {
    assertThat(ran.exit()).as(ran::toString).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.said()).as(ran::toString).hasSize(1);
    assertThat(ran.said().get(0)).contains(words);
  }

  private static Path keygen(Take take, String name) {
    Path key = take.world().bench().resolveSibling(name);
    Ran made = take.command(List.of("keygen", "-o", key.toString()));
    assertThat(made.exit()).as(made::toString).isZero();
    return key;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.noneMatch(Files::isRegularFile);
    }
  }

  private static void assertNowhere(Path tape, String secret) throws IOException {
    try (Stream<Path> files = Files.walk(tape)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String all = new String(Files.readAllBytes(file), ISO_8859_1);
        for (Charset charset : List.of(UTF_8, UTF_16LE)) {
          assertThat(all.contains(new String(secret.getBytes(charset), ISO_8859_1)))
              .as(file + " holds " + secret)
              .isFalse();
        }
      }
    }
  }
}
