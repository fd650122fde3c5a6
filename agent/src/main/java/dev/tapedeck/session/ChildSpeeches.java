package dev.tapedeck.session;

import java.util.ArrayList;
import java.util.List;

/** The child processes that speak through our hands. */
final class ChildSpeeches {

  private final List<ChildSpeech> speeches = new ArrayList<>();

  synchronized void add(ChildSpeech speech) {
    speeches.add(speech);
  }

  /** The child has ended: what it has said must be where the program and whoever looks on expect it. */
  void drain(long pid) {
    for (ChildSpeech speech : of(pid)) {
      if (speech.drain()) {
        remove(speech);
      }
    }
  }

  private synchronized List<ChildSpeech> of(long pid) {
    List<ChildSpeech> found = new ArrayList<>();
    for (ChildSpeech speech : speeches) {
      if (speech.output.pid == pid) {
        found.add(speech);
      }
    }
    return found;
  }

  private synchronized void remove(ChildSpeech speech) {
    speeches.remove(speech);
  }

  /**
   * We are about to end: children that live on get somebody else to pass on what they say. True
   * where there are such.
   */
  boolean handOver() {
    boolean lives = false;
    for (ChildSpeech speech : all()) {
      if (!speech.drainAtEnd()) {
        speech.handOver();
        lives = true;
      }
    }
    return lives;
  }

  private synchronized List<ChildSpeech> all() {
    return new ArrayList<>(speeches);
  }
}
