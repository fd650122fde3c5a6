package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Given a program that says each answer it gets, when it is killed, then the tape holds all it said, and replays. */
final class KilledIT {
  private static final int KILLS = 100;

  @TestFactory
  Stream<DynamicTest> nothingThatWasSaidIsLost() {
    Random moments = new Random(20);
    List<Jdk> jdks = Jdks.all();
    return IntStream.range(0, KILLS).mapToObj(i -> {
      Jdk jdk = jdks.get(i % jdks.size());
      Duration moment = Duration.ofNanos(moments.nextInt(40_000_000));
      return DynamicTest.dynamicTest(
          i + ": after " + moment.toNanos() + " ns on " + jdk, () -> killed(jdk, moment));
    });
  }

  private static void killed(Jdk jdk, Duration moment) {
    Fixture fixture = Fixture.varying("disaster.Chatter").asPeopleRunIt();
    try (Take take = new Take(fixture, jdk)) {
      Ran killed;
      try (Running running = take.recording().start()) {
        running.awaitOut("\n");
        Running.pause(moment);
        killed = running.kill();
      }
      assertThat(killed.exit()).as(killed::toString).isEqualTo(128 + 9);
      Ran replayed = take.worldIsGone().replay();
      assertThat(replayed.exit()).as("the prefix replays: " + replayed).isZero();
      assertThat(String.join("\n", replayed.said()))
          .as("and is called one")
          .contains("as far as the tape goes");
      String said = wholeLines(killed.out());
      assertThat(replayed.out().startsWith(said))
          .as("all that was said is on the tape, and nothing else before it: " + killed + replayed)
          .isTrue();
      assertThat(replayed.out().length() - killed.out().length())
          .as("at most one more answer than was said")
          .isLessThan(40);
      take.isDone();
    }
  }

  private static String wholeLines(String text) {
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }
}
