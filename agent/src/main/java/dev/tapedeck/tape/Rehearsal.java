package dev.tapedeck.tape;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

/** Does what a writer does first, so that a replay has the same classes of the JDK awake. */
public final class Rehearsal {

  private static final int PAGE = 4096;

  private Rehearsal() {}

  /** Maps a file of one page, which is made for it and deleted. */
  public static void map(File scratch) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(scratch, "rw")) {
      file.write(new byte[PAGE]);
      Mapping.map(file, PAGE);
    } finally {
      scratch.delete();
    }
  }
}
