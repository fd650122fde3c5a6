package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What must hold for every fixture. */
final class Verdict {

  private Verdict() {}

  static void of(Fixture fixture, Jdk jdk) {
    try (Take take = new Take(fixture, jdk)) {
      Ran plain = take.runPlainly();
      assertThat(plain.exit()).as("the fixture itself: " + plain).isEqualTo(fixture.exit());
      Ran recorded = take.record(fixture.options());
      recordingShowsNowhere(fixture, plain, recorded);
      Ran replayed =
          fixture.keepsWrites() ? keeping(fixture, take) : take.worldIsGone().replay();
      isFaithful(recorded, replayed);
      for (int again = 1; again < fixture.replays(); again++) {
        isFaithful(recorded, take.replay());
      }
      if (fixture.quicker()) {
        assertThat(replayed.took()).as("replaying took " + replayed).isLessThan(recorded.took());
      }
      take.isDone();
    }
  }

  /** Replays, and compares the files that the program has written as well. */
  private static Ran keeping(Fixture fixture, Take take) {
    Path here = take.world().here();
    Map<String, String> written = Tree.of(here);
    fixture.files().keySet().forEach(written::remove);
    written.keySet().removeIf(name -> Files.isDirectory(here.resolve(name)));
    assertThat(written).as("what the fixture writes").isNotEmpty();
    Path kept = take.world().tapes().resolveSibling("kept");
    Ran replayed = take.worldIsGone().replay("--keep-writes", kept.toString());
    Path below = Tree.below(kept, here);
    Map<String, String> found = Tree.of(below);
    found.keySet().removeIf(name -> Files.isDirectory(below.resolve(name)));
    assertThat(found).as("the files it writes: " + replayed).isEqualTo(written);
    return replayed;
  }

  /** Recording never harms the program, and nobody sees it. */
  static void recordingShowsNowhere(Fixture fixture, Ran plain, Ran recorded) {
    assertThat(recorded.exit())
        .as("exit status of the recorded run: " + recorded)
        .isEqualTo(plain.exit());
    if (fixture.talksOnErr()) {
      assertThat(recorded.said()).as("recording is silent: " + recorded).isEmpty();
    } else {
      same("stderr, recorded like plain", plain.errBytes(), recorded.errBytes(), recorded);
    }
    switch (fixture.output()) {
      case STEADY ->
        same("stdout, recorded like plain", plain.outBytes(), recorded.outBytes(), recorded);
      case VARIES ->
        assertThat(recorded.outBytes())
            .as("the fixture's output must vary, or an equal replay proves nothing: " + recorded)
            .isNotEqualTo(plain.outBytes());
      case OPEN -> {}
    }
  }

  static void isFaithful(Ran recorded, Ran replayed) {
    same("stdout, replayed like recorded", recorded.outBytes(), replayed.outBytes(), replayed);
    same(
        "stderr, replayed like recorded",
        recorded.programErr().getBytes(ISO_8859_1),
        replayed.programErr().getBytes(ISO_8859_1),
        replayed);
    assertThat(replayed.exit()).as("a faithful replay ends with 0: " + replayed).isZero();
  }

  /** Compares bytes, and shows the place where they part. */
  static void same(String what, byte[] expected, byte[] actual, Ran ran) {
    int at = java.util.Arrays.mismatch(expected, actual);
    if (at < 0) {
      return;
    }
    throw new AssertionError(what + ": differs at byte " + at + " of " + expected.length + "/"
        + actual.length + "\n  expected …" + around(expected, at) + "…\n  but was  …"
        + around(actual, at) + "…\n" + ran);
  }

  private static String around(byte[] bytes, int at) {
    int from = Math.max(0, at - 60);
    return new String(bytes, from, Math.min(bytes.length, at + 100) - from, ISO_8859_1);
  }
}
