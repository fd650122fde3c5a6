package dev.tapedeck.runner.json;

import java.util.ArrayList;
import java.util.List;

/** What is not right with a tape, a sentence each; of many of them the first. */
final class FoundProblems {
  private static final int MOST = 100;

  private final List<String> stated = new ArrayList<>();
  private final List<String> found = new ArrayList<>();
  private long left;

  /** What the tape itself says. */
  void first(String problem) {
    stated.add(problem);
  }

  void add(String problem) {
    if (found.size() < MOST) {
      found.add(problem);
    } else {
      left++;
    }
  }

  boolean isEmpty() {
    return stated.isEmpty() && found.isEmpty();
  }

  List<String> all() {
    List<String> all = new ArrayList<>(stated);
    all.addAll(found);
    if (left > 0) {
      all.add("And " + left + " more of the kind.");
    }
    return all;
  }
}
