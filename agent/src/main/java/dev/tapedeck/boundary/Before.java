package dev.tapedeck.boundary;

import dev.tapedeck.tape.ByteSource;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a file held before the program first changed it: three fields of an answer. A replay that keeps what the
 * program writes needs it where the program has not written all of the file itself.
 */
public final class Before {

  private static final String FILE = "file";
  private static final String DIRECTORY = "directory";
  private static final String EMPTY_DIRECTORY = "empty directory";
  private static final String LINK = "link";
  private static final String TOO_LONG = "too long";
  private static final String UNREADABLE = "unreadable";
  private static final String SPECIAL = "special";

  /** Of longer files the tape does not get what they held. */
  private static volatile long longest = 16 << 20;

  private final Told answer;
  private final int field;

  /**
   * Reads what was told.
   *
   * @param field the first of the three
   */
  Before(Told answer, int field) {
    this.answer = answer;
    this.field = field;
  }

  /** Of files longer than this the tape does not get what they held. */
  public static void longest(long bytes) {
    longest = bytes;
  }

  /**
   * Tells of a file that has just been opened to be written.
   *
   * @return what must stay open until the program closes the file, if anything: where a process closes a file it
   *     loses its locks on it
   */
  static @Nullable RandomAccessFile tellOpened(String path, long length, FieldSink answer)
      throws IOException {
    File file = new File(path);
    if (!file.isFile()) {
      put(answer, length, SPECIAL);
      return null;
    }
    if (length == 0 || Known.has(path)) {
      Known.add(path);
      put(answer, length, null);
      return null;
    }
    Known.add(path);
    return tellContent(file, length, answer);
  }

  /** Tells what has been copied, or moved with all that is in it. */
  static void tellTransferred(String from, String to, boolean moved, FieldSink answer)
      throws IOException {
    boolean known = Known.has(from);
    File file = new File(to);
    if (!moved) {
      Known.add(to);
    } else if (file.isDirectory()) {
      Known.renameDirectory(from, to);
    } else {
      Known.rename(from, to);
    }
    if (known) {
      put(answer, 0, null);
    } else if (isLink(file)) {
      byte[] target =
          Files.readSymbolicLink(file.toPath()).toString().getBytes(StandardCharsets.UTF_8);
      answer.putLong(0);
      answer.putString(LINK);
      answer.putBytes(target, 0, target.length);
    } else if (file.isFile()) {
      RandomAccessFile open = tellContent(file, file.length(), answer);
      Known.add(to);
      if (open != null) {
        open.close();
      }
    } else {
      put(answer, 0, !file.isDirectory() ? SPECIAL : moved ? DIRECTORY : EMPTY_DIRECTORY);
    }
  }

  private static boolean isLink(File file) {
    try {
      return Files.isSymbolicLink(file.toPath());
    } catch (InvalidPathException onlyForJavaIo) {
      return false;
    }
  }

  /** Tells that nothing needs to be told. */
  static void tellNothing(FieldSink answer) {
    put(answer, 0, null);
  }

  private static @Nullable RandomAccessFile tellContent(File file, long length, FieldSink answer)
      throws IOException {
    if (length > longest) {
      put(answer, length, TOO_LONG);
      return null;
    }
    RandomAccessFile open;
    try {
      open = new RandomAccessFile(file, "r");
    } catch (IOException notForUs) {
      put(answer, length, UNREADABLE);
      return null;
    }
    answer.putLong(length);
    answer.putString(FILE);
    answer.putBytes(new Content(open), length);
    return open;
  }

  private static void put(FieldSink answer, long length, @Nullable String what) {
    answer.putLong(length);
    answer.putString(what);
    answer.putBytes(null, 0, 0);
  }

  private @Nullable String what() {
    return answer.stringAt(field + 1);
  }

  boolean isTold() {
    return what() != null;
  }

  /** Whether it was a device or a pipe, which no replay keeps. */
  boolean isSpecial() {
    return SPECIAL.equals(what());
  }

  /** Puts there what the program found, if anything. */
  void restore(String path, File place) throws IOException {
    String what = what();
    if (what == null || isSpecial()) {
      return;
    }
    if (what.equals(LINK)) {
      String target = new String(answer.bytesAt(field + 2), StandardCharsets.UTF_8);
      Files.createSymbolicLink(place.toPath(), Path.of(target));
    } else if (what.equals(DIRECTORY) || what.equals(EMPTY_DIRECTORY)) {
      Files.createDirectory(place.toPath());
    } else {
      try (RandomAccessFile file = new RandomAccessFile(place, "rw")) {
        file.setLength(0);
        if (what.equals(FILE)) {
          answer.copy(field + 2, new KeptFile.Into(file));
        } else {
          file.setLength(answer.longAt(field));
        }
      }
    }
    sayWhatLacks(path);
  }

  /** Notes what the tape does not hold. */
  void sayWhatLacks(String path) {
    String what = String.valueOf(what());
    long length = answer.longAt(field);
    switch (what) {
      case DIRECTORY:
        Writes.lacks(path, "what was in the directory before is not on the tape");
        break;
      case TOO_LONG:
        Writes.lacks(
            path,
            "the " + length + " bytes it held before are not on the tape; the recording's option"
                + " 'originals' says how many may be");
        break;
      case UNREADABLE:
        Writes.lacks(path, "the " + length + " bytes it held before could not be read");
        break;
      default:
    }
  }

  /** A file's content as it is now; zeros where it has become shorter. */
  private record Content(RandomAccessFile file) implements ByteSource {
    @Override
    public void copy(long from, byte[] into, int length) throws IOException {
      file.seek(from);
      int done = 0;
      int read = 0;
      while (done < length && read >= 0) {
        read = file.read(into, done, length - done);
        done += Math.max(0, read);
      }
      Arrays.fill(into, done, length, (byte) 0);
    }
  }
}
