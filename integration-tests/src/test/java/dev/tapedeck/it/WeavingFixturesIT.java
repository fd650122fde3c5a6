package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.open;
import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs in every shape that classes come in, on JVMs with every kind of flag. */
final class WeavingFixturesIT implements Replayed {
  private static final Path CLASSES = FixtureClasses.of17();

  @Override
  public List<Fixture> fixtures() {
    List<Fixture> all = new ArrayList<>(shapes());
    all.addAll(jvms());
    return all;
  }

  private static List<Fixture> shapes() {
    return List.of(
        steady("weaving.Frames"),
        steady("weaving.AllResources"),
        varying("weaving.OwnLoaders"),
        varying("weaving.Hidden"),
        varying("weaving.Guarded")
            .jvm("-Djava.security.policy="
                + FixtureClasses.sources().resolve("scripts/guarded.policy"))
            .file("given.txt", "pears\n")
            .file("secret.txt", "plums\n")
            .exits(1)
            .where(jdk -> jdk.version() == 17),
        varying("weaving.Redefined").before(jdk -> otherAgent(jdk)),
        varying("weaving.Redefined")
            .named("weaving.Redefined by a later agent")
            .started(jdk ->
                List.of(otherAgent(jdk).get(0), "-cp", CLASSES, "fixture.weaving.Redefined")),
        varying("weaving.LoadedEarly").before(jdk -> otherAgent(jdk)),
        varying("weaving.Signed")
            .started(jdk -> List.of("-cp", Programs.signedJar(jdk), "fixture.weaving.Signed")),
        varying("weaving.jar with a class path")
            .started(jdk -> List.of("-jar", Programs.jarWithClassPath(jdk))),
        varying("weaving.modules")
            .started(jdk -> List.of("-p", Programs.modules(jdk), "-m", "shop/shop.Main"))
            .exits(1)
            .talkingOnErr(),
        varying("weaving.modular jar")
            .started(jdk -> List.of("--module-path", Programs.moduleJar(jdk), "--module", "shop"))
            .exits(1)
            .talkingOnErr(),
        varying("weaving.modular jar on the class path")
            .started(jdk -> List.of("-cp", Programs.moduleJar(jdk), "shop.Main"))
            .exits(1)
            .talkingOnErr(),
        varying("weaving.image")
            .java(jdk -> Programs.image(jdk).resolve("bin/java").toString())
            .started(jdk -> List.of("-m", "shop/shop.Main"))
            .exits(1)
            .talkingOnErr()
            .where(Jdk::links),
        varying("weaving.preview class files")
            .started(jdk -> List.of(
                "--enable-preview", "-cp", Programs.preview(jdk), "fixture.clocks.FromEverywhere")),
        varying("weaving.class files of Java 8")
            .started(jdk -> List.of("-cp", Programs.java8(jdk), "fixture.weaving.Old"))
            .exits(1)
            .talkingOnErr());
  }

  private static List<String> otherAgent(Jdk jdk) {
    return List.of("-javaagent:" + Programs.otherAgent(jdk));
  }

  private static List<Fixture> jvms() {
    List<Fixture> all = new ArrayList<>();
    for (String program : List.of(
        "clocks.FromEverywhere",
        "clocks.HotLoop",
        "randomness.SecureRandoms",
        "randomness.ImmutableOrder",
        "lanes.Tasks")) {
      all.add(varying(program).named(program + " as people run it").asPeopleRunIt());
    }
    all.add(varying("clocks.Logging")
        .named("clocks.Logging as people run it")
        .asPeopleRunIt()
        .talkingOnErr());
    for (String flag : List.of(
        "-Xshare:auto",
        "-Xshare:off",
        "-Xint",
        "-XX:TieredStopAtLevel=1",
        "-XX:-TieredCompilation",
        "-XX:+UseSerialGC",
        "-XX:+UseParallelGC",
        "-XX:+UseZGC",
        "-XX:-UseCompressedOops",
        "-XX:+UseStringDeduplication",
        "-Xss16m",
        "-ea",
        "-esa")) {
      all.add(varying("clocks.HotLoop")
          .named("clocks.HotLoop " + flag)
          .asPeopleRunIt()
          .jvm(flag));
      all.add(open("randomness.IdentityHashes")
          .named("randomness.IdentityHashes " + flag)
          .asPeopleRunIt()
          .jvm(flag));
    }
    all.add(open("randomness.IdentityHashes")
        .named("randomness.IdentityHashes in compact headers")
        .where(jdk -> jdk.version() >= 25)
        .jvm("-XX:+UseCompactObjectHeaders"));
    return all;
  }
}
