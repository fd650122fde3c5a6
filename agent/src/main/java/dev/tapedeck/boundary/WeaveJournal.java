package dev.tapedeck.boundary;

/** Hears what became of each class that the weaver saw. */
public interface WeaveJournal {

  /** The current thread begins to weave; what it returns goes to {@link #ends}. */
  int[] begins();

  /** The current thread has woven. */
  void ends(int[] begun);

  /** The current thread loads a class of the JDK; its name with slashes. */
  void loads(String name);

  /** A class of the program was looked at, and woven where it needed to be. */
  void seen(String className, byte[] original);

  /** A class was left as it is although it may have doors. */
  void skipped(String className, String reason);
}
