package dev.tapedeck.boundary;

/** Paths as the program names them, for who looks up what is known of a file. */
public final class FilePath {

  private FilePath() {}

  /** The path from the root on, without empty and dotted parts. */
  public static String absolute(String path) {
    return PassThrough.absolute(path);
  }
}
