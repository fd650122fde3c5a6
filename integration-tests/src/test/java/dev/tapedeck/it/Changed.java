package dev.tapedeck.it;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of {@code src/fixtures/changed} in its recorded form or with one change.
 *
 * <p>A line {@code //+name code} becomes code when the change of that name is made; a line that ends
 * in {@code //-name} becomes empty. So no change moves a line.
 */
final class Changed {
  private final String program;
  private final List<String> source;

  Changed(String program) {
    this.program = program;
    try {
      this.source = Files.readAllLines(
          FixtureClasses.sources().resolve("changed").resolve(program + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The classes of the program as it was recorded. */
  Path recorded(Jdk jdk) {
    return with(jdk, "nothing");
  }

  /** The classes of the program with the change made, or several. */
  Path with(Jdk jdk, String... changes) {
    return built(
        jdk,
        String.join("+", changes),
        source.stream().map(line -> made(line, changes)).collect(joining("\n")));
  }

  /** The same program, all of whose lines have moved. */
  Path moved(Jdk jdk) {
    return built(
        jdk,
        "moved",
        source.stream().map(line -> made(line, "nothing")).collect(joining("\n", "\n\n", "")));
  }

  private Path built(Jdk jdk, String change, String text) {
    return Programs.built(jdk, "changed/" + program + "/" + change, directory -> {
      Path sources = Files.createDirectories(directory.resolve("sources"));
      Files.writeString(sources.resolve(program + ".java"), text);
      return FixtureClasses.compile(jdk, 17, sources, directory.resolve("classes"));
    });
  }

  /** The number of the line that only the changed program has, or else that only the recorded one has. */
  int line(String mark) {
    for (int i = 0; i < source.size(); i++) {
      if ((source.get(i) + " ").contains(mark + " ")) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(mark + " is nowhere in " + program);
  }

  private static String made(String line, String... changes) {
    String made = line;
    for (String change : changes) {
      if ((line + " ").contains("//-" + change + " ")) {
        return "";
      }
      made = made.replace("//+" + change + " ", "");
    }
    return made;
  }
}
