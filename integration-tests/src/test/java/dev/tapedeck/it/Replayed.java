package dev.tapedeck.it;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A list of programs: when each is recorded and the world is gone, then it replays. */
interface Replayed {

  List<Fixture> fixtures();

  /**
   * {@code -Dtapedeck.fixture=Clock} leaves those whose name holds that; {@code -Dtapedeck.recordings=20} records
   * each so often, and {@code -Dtapedeck.replays=5} replays each recording so often at least.
   */
  @TestFactory
  default Stream<DynamicTest> whenRecordedAndTheWorldIsGoneThenItReplays() {
    String wanted = System.getProperty("tapedeck.fixture", "");
    return fixtures().stream()
        .filter(fixture -> fixture.name().contains(wanted))
        .flatMap(
            fixture -> Jdks.all().stream().filter(fixture::runsOn).map(jdk -> test(fixture, jdk)))
        .flatMap(test ->
            Collections.nCopies(Integer.getInteger("tapedeck.recordings", 1), test).stream());
  }

  private static DynamicTest test(Fixture fixture, Jdk jdk) {
    return DynamicTest.dynamicTest(fixture.name() + " on " + jdk, () -> Verdict.of(fixture, jdk));
  }
}
