package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Given virtual threads without number, when each has ended, then the next goes on in its part of the tape. */
final class VirtualThreadsIT {
  private static final long MOST_BYTES = 16_000_000; // 64 MB if each kept its chunk

  @EachJdk
  void theTapeStaysSmall(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.varying("lanes.VirtualCrowd").since(21);
    if (!fixture.runsOn(jdk)) {
      return; // it has none
    }
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record();
      assertThat(recorded.exit()).as(recorded::toString).isZero();
      assertThat(size(take.tape())).isLessThan(MOST_BYTES);
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      take.isDone();
    }
  }

  private static long size(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      long size = 0;
      for (Path file : all) {
        size += Files.size(file);
      }
      return size;
    }
  }
}
