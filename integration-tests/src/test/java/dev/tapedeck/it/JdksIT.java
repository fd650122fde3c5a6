package dev.tapedeck.it;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** That each JDK of this test run is the one it is taken for. */
class JdksIT {

  /** What the JVM says goes to a file, by which {@code .ci/run} knows that no JDK was left out. */
  @EachJdk
  void runsAndSaysItsVersion(Jdk jdk) throws IOException {
    Ran ran = new Fork(List.of(jdk.java(), "-XshowSettings:properties", "-version")).run();
    String version = ran.err()
        .lines()
        .map(String::trim)
        .filter(line -> line.startsWith("java.specification.version = "))
        .map(line -> line.substring(line.indexOf('=') + 2))
        .findFirst()
        .orElseThrow();
    assertThat(version).isEqualTo("" + jdk.version());
    Files.writeString(Shipped.output().resolve("jdks-run"), version + "\n", CREATE, APPEND);
  }
}
