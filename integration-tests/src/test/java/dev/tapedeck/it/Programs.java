package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Fixture programs in other shapes than plain class directories, each built once for a JDK. */
final class Programs {
  private static final Map<Path, Path> BUILT = new ConcurrentHashMap<>();

  private Programs() {}

  /** A jar signed by nobody in particular, which the JDK verifies as it loads from it. */
  static Path signedJar(Jdk jdk) {
    return built(jdk, "signed", dir -> {
      Path store = dir.resolve("keys");
      Path jar = dir.resolve("signed.jar");
      Path manifest = Files.writeString(dir.resolve("manifest"), "Sealed: true\n");
      jar(
          jdk,
          "--create",
          "--file",
          jar,
          "--manifest",
          manifest,
          "-C",
          FixtureClasses.of17(),
          "fixture/weaving");
      List<String> key =
          List.of("-keystore", store.toString(), "-storepass", "secret", "-keypass", "secret");
      tool(
          jdk,
          "keytool",
          "-genkeypair",
          "-alias",
          "nobody",
          "-keyalg",
          "RSA",
          "-dname",
          "CN=nobody",
          key);
      tool(jdk, "jarsigner", key, jar, "nobody");
      return jar;
    });
  }

  /** A jar that names another in its manifest. */
  static Path jarWithClassPath(Jdk jdk) {
    return built(jdk, "class-path", dir -> {
      Path lib = Files.createDirectories(dir.resolve("lib dir"));
      Path manifest =
          Files.writeString(dir.resolve("manifest"), "Class-Path: lib%20dir/asking.jar\n");
      jar(
          jdk,
          "--create",
          "--file",
          lib.resolve("asking.jar"),
          "-C",
          FixtureClasses.of17(),
          "fixture/weaving/Asking.class");
      Path jar = dir.resolve("main.jar");
      jar(
          jdk,
          "--create",
          "--file",
          jar,
          "--manifest",
          manifest,
          "--main-class",
          "fixture.weaving.OwnLoaders",
          "-C",
          FixtureClasses.of17(),
          "fixture/weaving/OwnLoaders.class",
          "-C",
          FixtureClasses.of17(),
          "fixture/weaving/OwnLoaders$Own.class",
          "-C",
          FixtureClasses.of17(),
          "fixture/weaving/OwnLoaders$JavaOnly.class");
      return jar;
    });
  }

  /** The modules of the shop as directories: a module path. */
  static Path modules(Jdk jdk) {
    return built(jdk, "modules", dir -> {
      FixtureClasses.compile(
          jdk, 17, FixtureClasses.sources().resolve("modules/shop"), dir.resolve("shop"));
      return dir;
    });
  }

  /** The shop as a modular jar that knows its main class. */
  static Path moduleJar(Jdk jdk) {
    Path classes = modules(jdk).resolve("shop");
    return built(jdk, "module-jar", dir -> {
      Path jar = dir.resolve("shop.jar");
      jar(jdk, "--create", "--file", jar, "--main-class", "shop.Main", "-C", classes, ".");
      return jar;
    });
  }

  /** An image with the shop in it and little else; a Java agent needs the module that makes agents possible. */
  static Path image(Jdk jdk) {
    return built(jdk, "image", dir -> {
      Path image = dir.resolve("image");
      tool(
          jdk,
          "jlink",
          "--module-path",
          moduleJar(jdk),
          "--add-modules",
          "shop,java.instrument",
          "--output",
          image);
      return image;
    });
  }

  /** Somebody else's Java agent. */
  static Path otherAgent(Jdk jdk) {
    return built(jdk, "other-agent", dir -> {
      Path jar = dir.resolve("other-agent.jar");
      Path manifest = Files.writeString(
          dir.resolve("manifest"),
          "Premain-Class: fixture.weaving.OtherAgent\nCan-Redefine-Classes: true\nCan-Retransform-Classes: true\n");
      jar(
          jdk,
          "--create",
          "--file",
          jar,
          "--manifest",
          manifest,
          "-C",
          FixtureClasses.of17(),
          "fixture/weaving");
      return jar;
    });
  }

  /** The clock fixtures in the newest class files that the JDK reads: those of its own preview. */
  static Path preview(Jdk jdk) {
    return built(
        jdk,
        "preview",
        dir -> FixtureClasses.compile(
            jdk,
            0,
            FixtureClasses.sources().resolve("java/fixture/clocks"),
            dir.resolve("classes"),
            "--enable-preview",
            "--release",
            jdk.version()));
  }

  /** A program compiled for Java 8. */
  static Path java8(Jdk jdk) {
    return built(
        jdk,
        "java8",
        dir -> FixtureClasses.compile(
            jdk,
            8,
            FixtureClasses.sources().resolve("java8"),
            dir.resolve("classes"),
            "-Xlint:-options"));
  }

  /** What one JDK is to build in a directory of its own. */
  interface Building {
    Path build(Path directory) throws IOException;
  }

  static Path built(Jdk jdk, String what, Building building) {
    Path directory = Shipped.output().resolve("programs-built/" + jdk.version()).resolve(what);
    return BUILT.computeIfAbsent(directory, dir -> {
      try {
        World.delete(dir);
        return building.build(Files.createDirectories(dir));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static void jar(Jdk jdk, Object... arguments) {
    tool(jdk, "jar", arguments);
  }

  private static void tool(Jdk jdk, String name, Object... arguments) {
    Stream<String> words = Arrays.stream(arguments)
        .flatMap(word -> word instanceof List<?> list ? list.stream() : Stream.of(word))
        .map(Object::toString);
    Ran ran = new Fork(Stream.concat(Stream.of(jdk.tool(name)), words).toList()).run();
    assertThat(ran.exit()).as(ran::toString).isZero();
  }
}
