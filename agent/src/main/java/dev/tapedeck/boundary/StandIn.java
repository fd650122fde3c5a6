package dev.tapedeck.boundary;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import jdk.internal.misc.VM;
import org.jspecify.annotations.Nullable;

/** What a replayed program really has open where it believes to have a file: nothing that matters. */
final class StandIn {

  private static final String EMPTY = "/dev/null";

  // As it is now: the system property is as it was recorded.
  private static final String DIRECTORY = VM.getSavedProperty("java.io.tmpdir");
  private static final String PREFIX = "tapedeck-" + Long.toHexString(System.currentTimeMillis())
      + Long.toHexString(System.nanoTime()) + "-";
  private static int next;
  private static @Nullable RandomAccessFile empty;

  private StandIn() {}

  /** Puts an open descriptor of nothing into the program's. */
  static void open(FileDescriptor descriptor) throws IOException {
    try (FileInputStream nothing = new FileInputStream(nothing())) {
      OpenFiles.ACCESS.set(descriptor, release(nothing.getFD()));
    }
  }

  /** An empty file, because a device cannot be told to write everything to its disk. */
  private static synchronized String nothing() {
    try {
      if (empty == null) {
        empty = unnamed();
      }
      String path = "/proc/self/fd/" + OpenFiles.ACCESS.get(empty.getFD());
      return new File(path).exists() ? path : EMPTY;
    } catch (IOException noPlaceForOne) {
      return EMPTY;
    }
  }

  /** Puts the file's descriptor into the program's, and gives the file that length. */
  static void open(FileDescriptor descriptor, RandomAccessFile file, long length)
      throws IOException {
    file.setLength(Math.max(0, length));
    OpenFiles.ACCESS.unregisterCleanup(file.getFD());
    OpenFiles.ACCESS.set(descriptor, OpenFiles.ACCESS.get(file.getFD()));
  }

  /** An empty file of no name; gone when the process is. */
  static synchronized RandomAccessFile unnamed() throws IOException {
    File path = new File(DIRECTORY, PREFIX + next++);
    RandomAccessFile file = new RandomAccessFile(path, "rw");
    if (!path.delete()) {
      throw new IOException("cannot remove " + path);
    }
    return file;
  }

  /** Takes the open descriptor's number out of it, so that closing it closes nothing. */
  private static int release(FileDescriptor descriptor) {
    OpenFiles.ACCESS.unregisterCleanup(descriptor);
    int number = OpenFiles.ACCESS.get(descriptor);
    OpenFiles.ACCESS.set(descriptor, -1);
    return number;
  }
}
