package dev.tapedeck.runner.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * What tells one jar from another without reading all of it: the checksum of its directory, which holds the checksum of
 * every entry, and its length.
 */
final class JarDigest {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private JarDigest() {}

  /** As the header has it, {@code crc32c:length}; empty when the file is no zip or cannot be read. */
  static String of(Path jar) {
    try (FileChannel file = FileChannel.open(jar)) {
      long size = file.size();
      int tail = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
      ByteBuffer end = read(file, size - tail, tail);
      for (int at = tail - END_LENGTH; at >= 0; at--) {
        if (end.getInt(at) == END_SIGNATURE) {
          int length = end.getInt(at + 12);
          long begin = size - tail + at - Integer.toUnsignedLong(length);
          return begin < 0 ? "" : digest(read(file, begin, length), size);
        }
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }

  private static String digest(ByteBuffer directory, long size) {
    CRC32C crc = new CRC32C();
    crc.update(directory);
    return Long.toHexString(crc.getValue()) + ":" + size;
  }

  private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
      // Goes on until it is full or the file ends.
    }
    return bytes.flip();
  }
}
