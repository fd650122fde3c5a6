package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Given a disk that fails, when a program is recorded on it, then the program does not notice; one line says that the tape is incomplete. */
final class DiskTroubleIT {
  private static final byte[] INPUT = new byte[300_000];

  @EachJdk
  void theDiskIsFull(Jdk jdk) throws IOException {
    assumeTrue(
        Fork.permits("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
        "this machine lets nobody mount a small file system");
    for (String size : List.of("16k", "600k", "1500k", "4m")) {
      try (Take take = new Take(steady(), jdk)) {
        Ran plain = take.runPlainly();
        Path small = Files.createDirectories(take.world().tapes());
        mount(small, size);
        try {
          goesOnUntouched(plain, take.record());
          if (!size.equals("16k")) {
            isIncompleteAndReplays(take);
          }
        } finally {
          new Fork(List.of("umount", "--lazy", small.toString())).run();
        }
        take.isDone();
      }
    }
  }

  @EachJdk
  void theDirectoryCannotBeMade(Jdk jdk) throws IOException {
    try (Take take = new Take(steady(), jdk)) {
      Ran plain = take.runPlainly();
      Files.delete(take.world().tapes());
      Files.writeString(take.world().tapes(), "a file where the directory should be");
      goesOnUntouched(plain, take.record());
      take.isDone();
    }
  }

  @EachJdk
  void theDirectoryIsNotWritable(Jdk jdk) throws IOException {
    try (Take take = new Take(steady(), jdk)) {
      Ran plain = take.runPlainly();
      Fixture elsewhere = steady().jvm("-javaagent:" + Shipped.agentJar() + "=dir=/proc/tapes");
      try (Take nowhere = new Take(elsewhere, jdk)) {
        goesOnUntouched(plain, nowhere.runPlainly());
        nowhere.isDone();
      }
      take.isDone();
    }
  }

  @EachJdk
  void theDirectoryIsRemovedMeanwhile(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.steady("disaster.Conversation"), jdk);
        Running running = take.recording().startTalking()) {
      running.awaitOut("ready 0").say("hello").awaitOut("ready 1");
      World.delete(take.world().tapes());
      Ran ran = running.say("goodbye").end();
      assertThat(ran.out()).isEqualTo("ready 0\nhello true 36\nready 1\ngoodbye true 36\n");
      assertThat(ran.exit()).as(ran::toString).isZero();
      assertThat(ran.programErr()).isEmpty();
      assertThat(ran.said()).as("one line says what happened: " + ran).hasSize(1);
      take.isDone();
    }
  }

  private static Fixture steady() {
    return Fixture.steady("disaster.Steady").file("orders.bin", INPUT);
  }

  private static void goesOnUntouched(Ran plain, Ran recorded) {
    Verdict.same("stdout", plain.outBytes(), recorded.outBytes(), recorded);
    assertThat(recorded.programErr()).as(recorded::toString).isEqualTo(plain.err());
    assertThat(recorded.exit()).as(recorded::toString).isEqualTo(plain.exit());
    assertThat(recorded.said()).as("one line says what happened: " + recorded).hasSize(1);
  }

  private static void isIncompleteAndReplays(Take take) {
    Ran info = take.tapedeck("info");
    assertThat(info.out()).as(info::toString).contains("incomplete");
    Ran replayed = take.worldIsGone().replay();
    assertThat(replayed.exit()).as("the prefix replays: " + replayed).isZero();
    assertThat(String.join("\n", replayed.said()))
        .as(replayed::toString)
        .contains("as far as the tape goes");
  }

  static void mount(Path where, String size) {
    Ran mount = new Fork(
            List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", where.toString()))
        .run();
    assertThat(mount.exit()).as(mount::toString).isZero();
  }
}
