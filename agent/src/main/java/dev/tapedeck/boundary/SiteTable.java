package dev.tapedeck.boundary;

/** Gives numbers to the program's lines that ask. */
public interface SiteTable {

  /**
   * The number of the call that is the index-th on its line (0 is the first); the same call has the
   * same number whenever it is asked for.
   *
   * @param className with dots
   * @param line -1 where it is not known
   */
  int site(String className, String method, String descriptor, int line, int index);
}
