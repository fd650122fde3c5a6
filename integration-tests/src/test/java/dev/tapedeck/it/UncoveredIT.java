package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** A replay touches nothing, not even what is not recorded yet. */
final class UncoveredIT {

  /** Given a program that starts a process or opens a socket, when it is replayed, then the replay stops there. */
  @EachJdk
  void whatIsNotRecordedIsNotReachedFor(Jdk jdk) throws Exception {
    for (String door :
        new String[] {"process", "exec", "server", "socket", "channel", "datagram"}) {
      Path touched = Files.createTempDirectory("touched").resolve("file");
      Fixture fixture =
          Fixture.varying("uncovered.Reaching").named(door).arguments(door, touched.toString());
      try (Take take = new Take(fixture, jdk)) {
        Ran recorded = take.record();
        assertThat(recorded.exit()).as("recorded as ever: " + recorded).isZero();
        Files.deleteIfExists(touched);
        Ran replayed = take.worldIsGone().replay();
        assertThat(replayed.exit()).as("a replay without it: " + replayed).isEqualTo(1);
        assertThat(String.join("\n", replayed.said()))
            .contains("the program went where nothing is recorded yet")
            .contains("Reaching.java:");
        assertThat(replayed.out()).startsWith("before ").doesNotContain("after");
        assertThat(touched).doesNotExist();
        take.isDone();
      }
    }
  }

  /** Given a program that fails to start a process, when it is replayed, then it fails again. */
  @EachJdk
  void aProcessThatDoesNotStartIsAnAnswer(Jdk jdk) {
    Verdict.of(Fixture.varying("uncovered.Reaching").arguments("no process", "nothing"), jdk);
  }
}
