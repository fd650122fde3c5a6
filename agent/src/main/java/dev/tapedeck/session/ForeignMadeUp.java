package dev.tapedeck.session;

import dev.tapedeck.tape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what no record was there for and a program was told all the same. */
final class ForeignMadeUp {

  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void count(Kind kind) {
    counts.merge(kind.name(), 1, Integer::sum);
  }

  /** By kind, in words; empty where there was none. */
  synchronized String text() {
    List<String> texts = new ArrayList<>();
    counts.forEach((kind, count) -> texts.add(count + " " + kind));
    return String.join(", ", texts);
  }
}
