package dev.tapedeck.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The program that draws graphs, of Debian's package {@code graphviz}. */
final class Graphviz {

  private Graphviz() {}

  /** Where it is; a machine without it cannot run the test. */
  static Path dot() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, "dot"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "there is no program 'dot': install the package graphviz, as .ci/run does"));
  }
}
