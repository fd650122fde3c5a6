package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.varying;
import static dev.tapedeck.it.ProgramJars.classPath;

import java.nio.file.Path;
import java.util.List;

/** Libraries whose threads meet at classes of their own that inherit from atomics, latches and queues. */
final class ReactiveIT implements Replayed {
  private static final int REPLAYS = 2;
  private static final String JARS =
      classPath("rxjava", "reactive-streams", "reactor-core", "caffeine");

  @Override
  public List<Fixture> fixtures() {
    return List.of(
        with("RxTasks", "order=full"),
        with("ReactorTasks", "order=full"),
        // asks a plain field of its sketch whether the thread that tidies up has made it
        with("CachedValues", "order=full,races=com.github.benmanes.caffeine"));
  }

  private static Fixture with(String program, String options) {
    return varying("reactive." + program)
        .recordedWith(options)
        .replayed(REPLAYS)
        .started(
            jdk -> List.of("-cp", Classes.COMPILED + ":" + JARS, "fixture.reactive." + program));
  }

  private static final class Classes {
    static final Path COMPILED = FixtureClasses.compile(
        Jdks.all().get(0),
        17,
        FixtureClasses.sources().resolve("reactive"),
        Shipped.output().resolve("fixtures/reactive"),
        "-cp",
        JARS);
  }
}
