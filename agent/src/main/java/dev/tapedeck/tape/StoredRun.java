package dev.tapedeck.tape;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A run on the disk, perhaps of another program that is still writing it.
 *
 * @param bytes of its files
 * @param writtenMillis when something was last written
 */
record StoredRun(Path directory, long bytes, long writtenMillis) {

  private static final String DELETED = ".deleted";

  /** Looks at the files; null when that is not possible, for instance because it has just been deleted. */
  static @Nullable StoredRun at(Path directory) {
    Sizes sizes = new Sizes();
    try {
      Files.walkFileTree(directory, sizes);
      return new StoredRun(directory, sizes.bytes, sizes.newest);
    } catch (IOException gone) {
      return null;
    }
  }

  /** Whether nobody writes it any more: its end is on the tape, or its program is known to be gone. */
  boolean isOver() {
    return hasEnd() || RunningMark.isLeft(directory);
  }

  /** The end stands in a chunk of its own, whose length is 0 until then. */
  private boolean hasEnd() {
    Path segment = directory.resolve(Format.segmentFile(0));
    try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "r")) {
      byte[] version = new byte[4];
      file.seek(8);
      file.readFully(version);
      if (new Decoder(version, 0, 4).int32() != Format.VERSION) {
        return false; // not for us to say
      }
      byte[] length = new byte[4];
      file.seek(TapeFiles.chunkPosition(Format.FIRST_SEGMENT_CHUNKS - 1));
      file.readFully(length);
      return new Decoder(length, 0, 4).int32() > 0;
    } catch (IOException damaged) {
      return false;
    }
  }

  /**
   * Deletes it, unless it is marked kept, or another program deletes it already.
   *
   * <p>It goes under another name first, so that of several programs one deletes it, and nobody reads half a run.
   */
  boolean delete() {
    if (KeptMark.isOn(directory)) {
      return false;
    }
    Path doomed = directory.resolveSibling("." + directory.getFileName() + DELETED);
    try {
      Files.move(directory, doomed);
      if (KeptMark.isOn(doomed)) { // since a moment ago
        Files.move(doomed, directory);
        return false;
      }
      wipe(doomed);
      return true;
    } catch (IOException othersTurn) {
      return false;
    }
  }

  /** Whether that is the name of a run whose deletion has begun. */
  static boolean isDoomed(String name) {
    return name.startsWith(".run-") && name.endsWith(DELETED);
  }

  /** Deletes a directory and what is in it; of links the links. */
  static void wipe(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(Format.HEADER_FILE)); // from now on it is no run
    Files.walkFileTree(directory, new Wiping());
  }

  static boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static final class Sizes extends SimpleFileVisitor<Path> {
    private long bytes;
    private long newest;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      newest = Math.max(newest, attributes.lastModifiedTime().toMillis());
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Wiping extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException trouble) {
      return FileVisitResult.CONTINUE; // deleted by another program
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
