package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.varying;
import static dev.tapedeck.it.ProgramJars.classPath;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** The same with client libraries; one program for all versions of a library that it can be compiled for. */
final class HttpLibrariesIT implements Replayed {
  private static final String OK_4 = classPath("okhttp-4", "okio-3.6", "kotlin-stdlib");
  private static final String OK_3 = classPath("okhttp-3", "okio-1");
  private static final String OK_5 = classPath("okhttp-5", "okio-3.15", "kotlin-stdlib");
  private static final String APACHE_5 =
      classPath("httpclient5", "httpcore5", "httpcore5-h2", "slf4j-api-1");
  private static final String APACHE_4 =
      classPath("httpclient-4", "httpcore-4", "commons-codec-1", "commons-logging-1");

  @Override
  public List<Fixture> fixtures() {
    return List.of(
        with("OkCalls", "okhttp4", OK_4),
        with("OkCalls", "okhttp3", OK_3),
        with("OkCalls", "okhttp5", OK_5),
        with("Apache5Calls", "apache5", APACHE_5),
        with("Apache4Calls", "apache4", APACHE_4));
  }

  /** Given a client that is not covered, when it is replayed, then the replay stops there and says which. */
  @EachJdk
  void whatIsNotCoveredIsSaid(Jdk jdk) {
    stopsAt(
        with("Apache5Async", "apache5async", APACHE_5), jdk, "Apache's asynchronous HttpClient");
    stopsAt(with("Apache4Default", "apache4default", APACHE_4), jdk, "Apache's DefaultHttpClient");
    stopsAt(with("OkSocket", "okhttp4socket", OK_4), jdk, "a WebSocket of OkHttp");
    stopsAt(with("OkSocket", "okhttp3socket", OK_3), jdk, "a WebSocket of OkHttp");
    stopsAt(with("OkSocket", "okhttp5socket", OK_5), jdk, "a WebSocket of OkHttp");
  }

  private static void stopsAt(Fixture fixture, Jdk jdk, String what) {
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record();
      assertThat(recorded.out()).as("recorded as ever: " + recorded).contains("after ");
      Ran replayed = take.worldIsGone().replay();
      assertThat(replayed.exit()).as("a replay without it: " + replayed).isEqualTo(1);
      assertThat(String.join("\n", replayed.said()))
          .contains("what=\"" + what + "\"")
          .contains("not recorded yet");
      take.isDone();
    }
  }

  private static Fixture with(String program, String library, String jars) {
    return varying("clients." + library)
        .served()
        .started(
            jdk -> List.of("-cp", Classes.COMPILED + ":" + jars, "fixture.clients." + program));
  }

  private static final class Classes {
    static final Path COMPILED = FixtureClasses.compile(
        Jdks.all().get(0),
        17,
        FixtureClasses.sources().resolve("libraries"),
        Shipped.output().resolve("fixtures/libraries"),
        "-cp",
        OK_4 + ":" + APACHE_5 + ":" + APACHE_4);
  }
}
