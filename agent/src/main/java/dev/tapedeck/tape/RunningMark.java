package dev.tapedeck.tape;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells others that a run goes on: a file in its directory that the program has locked. The system takes the lock
 * away when the process is gone, however it went, and sees it from other containers too.
 */
final class RunningMark {

  private static final String FILE = "running";
  private static final String MAKING = "running.new";

  /** Closing the file, also by the garbage collector, gives the lock back. */
  private final RandomAccessFile file;

  private RunningMark(RandomAccessFile file) {
    this.file = file;
  }

  /** Marks our own run. Under that name it is never seen unlocked while we live. */
  static RunningMark put(Path run) throws IOException {
    File making = run.resolve(MAKING).toFile();
    RandomAccessFile file = new RandomAccessFile(making, "rw");
    boolean marked = false;
    try {
      marked = file.getChannel().tryLock() != null
          && making.renameTo(run.resolve(FILE).toFile());
    } finally {
      if (!marked) {
        file.close();
        making.delete();
      }
    }
    return new RunningMark(file);
  }

  /** Takes the mark away: the run's end is on the tape. */
  void take(Path run) throws IOException {
    run.resolve(FILE).toFile().delete();
    file.close();
  }

  /** Whether another run was marked, and its program is gone. False where nobody knows. */
  static boolean isLeft(Path run) {
    File mark = run.resolve(FILE).toFile();
    if (!mark.isFile()) {
      return false;
    }
    try (RandomAccessFile file = new RandomAccessFile(mark, "rw")) {
      @Nullable FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (IOException | OverlappingFileLockException unknown) {
      return false;
    }
  }
}
