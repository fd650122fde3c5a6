package dev.tapedeck.runner.portable;

import dev.tapedeck.runner.json.CasSource;
import dev.tapedeck.runner.json.TapeOfJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Bytes that stand under another hash than theirs, whether or not an event of the tape names them. */
final class StrayBytes {
  private StrayBytes() {}

  /** A sentence for each. */
  static List<String> of(Stream<String> names, CasSource cas) {
    List<String> problems = new ArrayList<>();
    names.forEach(name -> {
      if (!TapeOfJson.isIntact(name, cas)) {
        problems.add("The bytes under " + name + " are not those that were recorded.");
      }
    });
    return problems;
  }
}
