package dev.tapedeck.boundary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replayed program writes, where somebody wants to see it: a directory, in which the file at a recorded
 * path stands below that path. Without one nothing is written anywhere.
 */
public final class Writes {

  private static volatile @Nullable KeptTree tree;
  private static final List<String> LACKING = new ArrayList<>();

  private Writes() {}

  /** From now on a replay keeps what the program writes. */
  public static void keepIn(String directory) {
    tree = new KeptTree(directory);
  }

  /** What stands in the directory otherwise than the program has left it, in sentences. */
  public static List<String> lacking() {
    synchronized (LACKING) {
      return new ArrayList<>(LACKING);
    }
  }

  static void lacks(String path, String why) {
    synchronized (LACKING) {
      LACKING.add(path + " is not as the program left it: " + why);
    }
  }

  /** Where to keep it; null where nothing is kept. */
  static @Nullable KeptTree tree() {
    return tree;
  }

  /** The file that the program has just opened to write; null where it is not kept. */
  static @Nullable KeptFile open(String path, String how, Before before) throws IOException {
    KeptTree kept = tree;
    return kept == null || before.isSpecial() ? null : kept.open(path, how, before);
  }

  /** How long the file is that the program has left there so far; 0 where it has left none. */
  public static long length(String path) throws IOException {
    KeptTree kept = tree;
    return kept == null ? 0 : kept.length(path);
  }

  /** Up to so many bytes of what the program has left there so far: fewer at the end, none behind it. */
  public static byte[] read(String path, long from, long most) throws IOException {
    KeptTree kept = tree;
    return kept == null ? new byte[0] : kept.read(path, from, most);
  }

  /** The file that the program has open to write turns out to hold these bytes. */
  public static void fill(String path, byte[] bytes) throws IOException {
    KeptTree kept = tree;
    if (kept != null) {
      kept.fill(path, bytes);
    }
  }

  /** Which files a replay writes, in words. */
  public static String described() {
    KeptTree kept = tree;
    return kept == null ? "the files it needs itself" : "the files in " + kept.directory();
  }
}
