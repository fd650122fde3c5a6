package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many bytes of events stand in the segments of a run; segments are made larger than they need be. */
final class TapeBytes {

  private static final int SEGMENT_HEADER = 4096;
  private static final int CHUNK = 32 * 1024;

  private TapeBytes() {}

  static long of(Path run) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".seg")).toList()) {
        bytes += segment(file);
      }
    }
    return bytes;
  }

  private static long segment(Path file) throws IOException {
    long bytes = 0;
    ByteBuffer committed = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file)) {
      for (long chunk = SEGMENT_HEADER; chunk < channel.size(); chunk += CHUNK) {
        channel.read(committed.clear(), chunk);
        bytes += committed.getInt(0);
      }
    }
    return bytes;
  }
}
