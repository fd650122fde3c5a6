package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Programs that nobody here wrote, from Maven Central, unmodified. */
final class RealProgramsIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(jython(), saxon(), groovy(), googleJavaFormat());
  }

  private static Fixture jython() {
    return varying("programs.Jython")
        .started(jdk -> List.of("-jar", jar("jython-standalone"), "orders.py"))
        .talkingOnErr()
        .file("orders.py", script("orders.py"))
        .file("orders.txt", "pear 7\nplum 12\n");
  }

  private static Fixture saxon() {
    String classPath = jar("Saxon-HE") + ":" + jar("xmlresolver") + ":" + jar("xmlresolver-data");
    return varying("programs.Saxon")
        .started(jdk -> List.of("-cp", classPath, "net.sf.saxon.Query", "-q:orders.xq"))
        .file("orders.xq", script("orders.xq"))
        .file(
            "orders.xml",
            "<orders><order name='plum'>12</order><order name='pear'>7</order></orders>");
  }

  private static Fixture groovy() {
    return varying("programs.Groovy")
        .started(jdk -> List.of("-cp", jar("groovy"), "groovy.ui.GroovyMain", "orders.groovy"))
        .file("orders.groovy", script("orders.groovy"))
        .file("orders.txt", "pear 7\nplum 12\n");
  }

  private static Fixture googleJavaFormat() {
    Fixture fixture = steady("programs.google-java-format")
        .started(jdk -> List.of("-jar", jar("google-java-format-all-deps")));
    try (ZipFile sources = new ZipFile(jar("commons-lang3-sources").toFile())) {
      for (ZipEntry entry :
          sources.stream().filter(e -> e.getName().endsWith(".java")).toList()) {
        fixture.file(entry.getName(), sources.getInputStream(entry).readAllBytes());
        fixture.arguments(entry.getName());
      }
      return fixture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar(String name) {
    Path jar = Shipped.output().resolve("programs").resolve(name + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar + " is missing: mvn -pl integration-tests dependency:copy@real-programs");
    }
    return jar;
  }

  private static String script(String name) {
    try {
      return Files.readString(FixtureClasses.sources().resolve("scripts").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
