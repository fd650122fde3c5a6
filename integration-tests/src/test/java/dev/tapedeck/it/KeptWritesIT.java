package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Given a program that writes, when it is replayed with {@code --keep-writes}, then the directory holds what the recording left. */
final class KeptWritesIT {

  private static final List<String> UNTOUCHED = List.of("only-read.txt", "untouched/file.txt");

  /** What only the recorded world holds: inputs that are read, and what loses its name to something else. */
  private static final List<String> NOT_WRITTEN =
      List.of("only-read.txt", "untouched", "untouched/file.txt", "linked.txt");

  @EachJdk
  void keepsWhatTheProgramWrites(Jdk jdk) throws IOException {
    try (Take take = take(jdk)) {
      Path outside = Files.createDirectories(take.world().bench());
      Ran recorded = take.record();
      assertThat(recorded.exit()).as(recorded::toString).isZero();
      Path here = take.world().here();
      Map<String, String> left = Tree.of(here);
      Map<String, String> leftOutside = Tree.of(outside);
      NOT_WRITTEN.forEach(left::remove);
      assertThat(UNTOUCHED).allMatch(name -> Files.exists(here.resolve(name)));
      World.delete(outside);
      Path kept = take.world().tapes().resolveSibling("kept");
      Ran replayed = take.worldIsGone().replay("--keep-writes", kept.toString());
      Verdict.isFaithful(recorded, replayed);
      assertThat(Tree.of(Tree.below(kept, here))).as(replayed::toString).isEqualTo(left);
      assertThat(Tree.of(Tree.below(kept, outside))).isEqualTo(leftOutside);
      assertThat(here).doesNotExist();
      assertThat(outside).doesNotExist();
      assertThat(Tree.of(here.resolveSibling("elsewhere"))).isEmpty();
      Ran again = take.replay("--keep-writes", kept.toString());
      assertThat(again.exit()).as(again::toString).isEqualTo(2);
      assertThat(again.said()).singleElement().asString().contains("has something in it");
      take.isDone();
    }
  }

  /** A file too long for the tape: the replay says so, and keeps what the program has written. */
  @EachJdk
  void saysWhatItCannotKnow(Jdk jdk) throws IOException {
    try (Take take = take(jdk)) {
      Files.createDirectories(take.world().bench());
      take.record("originals=100");
      Path here = take.world().here();
      Map<String, String> left = Tree.of(here);
      Path kept = take.world().tapes().resolveSibling("kept");
      Ran replayed = take.worldIsGone().replay("--keep-writes", kept.toString());
      assertThat(replayed.exit()).as(replayed::toString).isZero();
      assertThat(replayed.said())
          .as(replayed::toString)
          .anyMatch(line -> line.contains("random.bin is not as the program left it"));
      Map<String, String> found = Tree.of(Tree.below(kept, here));
      assertThat(found.get("appended.txt")).isEqualTo(left.get("appended.txt"));
      assertThat(found.get("random.bin")).isNotEqualTo(left.get("random.bin"));
      take.isDone();
    }
  }

  @EachJdk
  void theDiskIsFull(Jdk jdk) throws IOException {
    assumeTrue(
        Fork.permits("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
        "this machine lets nobody mount a small file system");
    try (Take take = take(jdk)) {
      Files.createDirectories(take.world().bench());
      take.record();
      Path small = Files.createDirectories(take.world().tapes().resolveSibling("small"));
      DiskTroubleIT.mount(small, "64k");
      try {
        Ran replayed = take.worldIsGone().replay("--keep-writes", small.toString());
        assertThat(replayed.exit()).as(replayed::toString).isEqualTo(2);
        assertThat(replayed.said())
            .as(replayed::toString)
            .last()
            .asString()
            .contains("trouble with the files in " + small.toRealPath())
            .contains("No space left");
      } finally {
        new Fork(List.of("umount", "--lazy", small.toString())).run();
      }
      take.isDone();
    }
  }

  private static Take take(Jdk jdk) {
    Fixture fixture = Fixture.varying("files.KeptWrites");
    for (String name : List.of(
        "replaced.txt",
        "appended.txt",
        "below/appended-too.txt",
        "written-over.bin",
        "moved.txt",
        "moved-over.txt",
        "renamed.txt",
        "deleted.txt",
        "linked.txt",
        "only-read.txt",
        "untouched/file.txt")) {
      fixture.file(name, "what was in " + name + "\n");
    }
    byte[] large = new byte[20_000];
    new java.util.Random(1).nextBytes(large);
    fixture.file("random.bin", large).file("mapped.bin", large);
    Take take = new Take(fixture, jdk);
    fixture.arguments(take.world().bench().toString());
    return take;
  }
}
