package dev.tapedeck.runner.portable;

import dev.tapedeck.runner.speech.Trouble;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Which entries a packed tape may have; one that has others is refused as a whole. */
final class ZipNames {
  static final String TAPE = "run.tape";
  static final String CAS = TAPE + ".cas/";
  static final String CLASSES = "classpath/";
  static final String ANNOTATIONS = TAPE + ".annotations.jsonl";

  private static final Pattern BYTES = Pattern.compile(Pattern.quote(CAS) + "[0-9a-f]{64}");
  private static final Pattern SEGMENT = Pattern.compile("[^/\\\\:\\x00-\\x1f\\x7f]+");
  private static final int LONGEST = 4096;

  /** People wrote them, and they are read as a whole. */
  private static final int MOST_ANNOTATIONS = 16 << 20;

  private static final int LOCAL_HEADER = 30;

  private ZipNames() {}

  /**
   * Looks at all entries.
   *
   * @param bytes how long the file is
   */
  static void check(Path file, ZipFile zip, long bytes) {
    long[] seen = new long[zip.size()];
    int count = 0;
    long taken = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      check(file, entry.getName());
      if (entry.getName().equals(ANNOTATIONS) && entry.getSize() > MOST_ANNOTATIONS) {
        throw refused(file, "its annotations take " + entry.getSize() + " bytes");
      }
      seen[count++] = fold(entry.getName());
      taken += Math.max(0, entry.getCompressedSize()) + entry.getName().length() + LOCAL_HEADER;
      if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
        throw refused(file, "an entry does not say how long it is");
      }
    }
    // So that no byte of the file is more than one entry: such a file unpacks to anything.
    if (taken > bytes) {
      throw refused(file, "its entries overlap");
    }
    Arrays.sort(seen, 0, count);
    for (int i = 1; i < count; i++) {
      if (seen[i] == seen[i - 1]) {
        throw refused(file, "it has two entries of one name");
      }
    }
    if (zip.getEntry(TAPE) == null) {
      throw refused(file, "there is no " + TAPE + " in it");
    }
  }

  static Trouble refused(Path file, String why) {
    return new Trouble(file + " is not a packed tape, or a bad one: " + why);
  }

  private static void check(Path file, String name) {
    boolean known = name.equals(TAPE)
        || name.equals(ANNOTATIONS)
        || name.equals(CAS)
        || BYTES.matcher(name).matches()
        || isInClasses(name);
    if (!known || name.length() > LONGEST) {
      throw refused(file, "it has an entry " + shown(name));
    }
  }

  /** A path that leads downwards only, on any system. */
  private static boolean isInClasses(String name) {
    if (!name.startsWith(CLASSES)) {
      return false;
    }
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return Arrays.stream(path.split("/", -1))
        .allMatch(segment ->
            SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals(".."));
  }

  private static String shown(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "?");
    return "'" + (line.length() > 80 ? line.substring(0, 80) + "..." : line) + "'";
  }

  /** FNV-1a. Names that only seem equal are refused too, which random hashes never are. */
  private static long fold(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
