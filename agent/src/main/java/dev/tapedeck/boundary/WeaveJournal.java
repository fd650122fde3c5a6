package dev.tapedeck.boundary;

/** Hears what became of each class that the weaver saw. */
public interface WeaveJournal {

  /** The current thread begins to weave. */
  void begins();

  /** The current thread has woven. */
  void ends();

  /** A class of the program was looked at, and woven where it needed to be. */
  void seen(String className, byte[] original);

  /** A class was left as it is although it may have doors. */
  void skipped(String className, String reason);
}
