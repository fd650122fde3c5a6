package dev.tapedeck.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;

/** The file of what is too long to stand in an event. Threads write side by side, each to its own place. */
final class PayloadFile {

  /** A heap buffer is copied to a direct one of its size, which the thread keeps; so write in pieces. */
  private static final int PIECE = 64 * 1024;

  private final FileChannel channel;
  private final AtomicLong end = new AtomicLong();

  private PayloadFile(FileChannel channel) {
    this.channel = channel;
  }

  static PayloadFile create(Path directory, FileAttribute<?>[] mode) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(Format.PAYLOAD_FILE),
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            mode);
    Segment.keepOpenWhenInterrupted(channel);
    return new PayloadFile(channel);
  }

  /** Returns where the bytes now stand; fails rather than make the file longer than the limit. */
  long write(byte[] source, int offset, int length, long limit) throws IOException {
    long place = end.getAndAdd(length);
    if (place > limit - length) {
      throw tooLong(limit);
    }
    ByteBuffer bytes = ByteBuffer.wrap(source, offset, length);
    int last = offset + length;
    long at = place;
    while (bytes.position() < last) {
      bytes.limit(Math.min(last, bytes.position() + PIECE));
      at += channel.write(bytes, at);
    }
    return place;
  }

  static IOException tooLong(long limit) {
    return new IOException("the tape would be longer than its limit, " + limit + " bytes");
  }

  long size() {
    return end.get();
  }
}
