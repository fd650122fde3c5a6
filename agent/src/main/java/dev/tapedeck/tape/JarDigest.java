package dev.tapedeck.tape;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.zip.CRC32C;

/**
 * What tells one jar from another without reading all of it: the checksum of its directory, which holds the checksum of
 * every entry, and the length of the file.
 */
public final class JarDigest {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int USUAL_END = 1024;
  private static final int LONGEST_END = END_LENGTH + 0xFFFF;

  private JarDigest() {}

  /** As {@code checksum:length}; empty when the file is no jar or cannot be read. */
  public static String of(File jar) {
    if (!jar.isFile()) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(jar, "r")) {
      String digest = digest(file, USUAL_END);
      return digest.isEmpty() ? digest(file, LONGEST_END) : digest;
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Looks for the end of the directory in the last bytes; a jar may have a comment behind it. */
  private static String digest(RandomAccessFile file, int last) throws IOException {
    long size = file.length();
    byte[] end = read(file, Math.max(0, size - last), (int) Math.min(size, last));
    for (int at = end.length - END_LENGTH; at >= 0; at--) {
      if (int32(end, at) == END_SIGNATURE) {
        int length = int32(end, at + 12);
        long begin = size - end.length + at - length;
        return length < 0 || begin < 0 ? "" : text(read(file, begin, length), size);
      }
    }
    return "";
  }

  private static String text(byte[] directory, long size) {
    CRC32C crc = new CRC32C();
    crc.update(directory, 0, directory.length);
    return Long.toHexString(crc.getValue()).concat(":").concat(Long.toString(size));
  }

  private static byte[] read(RandomAccessFile file, long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(position);
    file.readFully(bytes);
    return bytes;
  }

  private static int int32(byte[] bytes, int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }
}
