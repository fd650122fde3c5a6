package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.open;
import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;
import static dev.tapedeck.it.ProgramJars.EVERYTHING;
import static dev.tapedeck.it.ProgramJars.classPath;
import static dev.tapedeck.it.ProgramJars.commonsLang;
import static dev.tapedeck.it.ProgramJars.jar;

import java.util.List;

/** Programs of several threads that nobody here wrote, from Maven Central, unmodified: every replay is faithful. */
final class RealThreadsIT implements Replayed {
  private static final int REPLAYS = 2;
  private static final int FILES = 12;

  @Override
  public List<Fixture> fixtures() {
    return List.of(ecj(), spotBugs(), ycsb(), clojure(), googleJavaFormat(), h2());
  }

  /** Threads of its own that read sources and write class files. */
  private static Fixture ecj() {
    Fixture fixture = steady("threads.ECJ")
        .keepingWrites()
        .recordedWith("order=locks")
        .replayed(REPLAYS)
        .started(jdk -> List.of("-jar", jar("ecj")))
        .arguments("-17", "-nowarn", "-proc:none", "-encoding", "UTF-8", "-d", "out")
        .arguments("@sources.txt");
    return fixture.file("sources.txt", String.join("\n", commonsLang(fixture, EVERYTHING)));
  }

  private static Fixture spotBugs() {
    String classPath = classPath(
        "spotbugs",
        "spotbugs-annotations",
        "asm",
        "asm-analysis",
        "asm-commons",
        "asm-tree",
        "asm-util",
        "bcel",
        "commons-lang3",
        "commons-io",
        "commons-text",
        "dom4j",
        "gson",
        "jaxen",
        "jcip-annotations",
        "jsr305",
        "slf4j-api");
    return open("threads.SpotBugs")
        .recordedWith("order=locks")
        .replayed(REPLAYS)
        .talkingOnErr()
        .started(jdk -> List.of("-cp", classPath, "edu.umd.cs.findbugs.FindBugs2", "-effort:min"))
        .arguments(jar("ant-launcher").toString());
  }

  /** Four clients that measure themselves, in maps and atomics that they share. */
  private static Fixture ycsb() {
    String classPath =
        classPath("core", "HdrHistogram", "htrace-core4", "jackson-core-asl", "jackson-mapper-asl");
    return varying("threads.YCSB")
        .recordedWith("order=full")
        .replayed(REPLAYS)
        .talkingOnErr()
        .started(jdk -> List.of("-cp", classPath, "site.ycsb.Client"))
        .arguments("-t", "-db", "site.ycsb.BasicDB", "-threads", "4", "-P", "orders.properties")
        .file("orders.properties", """
            workload=site.ycsb.workloads.CoreWorkload
            recordcount=1000
            operationcount=4000
            basicdb.verbose=false
            """);
  }

  /** Futures, agents, transactions: all of them built on atomics. */
  private static Fixture clojure() {
    return open("threads.Clojure")
        .recordedWith("order=full")
        .replayed(REPLAYS)
        .started(jdk -> List.of(
            "-cp",
            classPath("clojure", "spec.alpha", "core.specs.alpha"),
            "clojure.main",
            "orders.clj"))
        .file("orders.clj", Scripts.read("orders.clj"));
  }

  private static Fixture googleJavaFormat() {
    Fixture fixture = steady("threads.google-java-format")
        .recordedWith("order=full")
        .replayed(REPLAYS)
        .started(jdk -> List.of("-jar", jar("google-java-format-all-deps")));
    commonsLang(fixture, FILES).forEach(fixture::arguments);
    return fixture;
  }

  /** A database in a file, whose four clients and background writer meet in data races too. */
  private static Fixture h2() {
    return varying("threads.H2")
        .recordedWith("order=full,races=org.h2")
        .replayed(REPLAYS)
        .started(jdk ->
            List.of("-cp", FixtureClasses.of17() + ":" + jar("h2"), "fixture.order.Transfers"));
  }
}
