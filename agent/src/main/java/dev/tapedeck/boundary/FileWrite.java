package dev.tapedeck.boundary;

import dev.tapedeck.tape.ByteSource;
import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Bytes of an array, or one byte, to a file. In replay they are compared, and written only where
 * somebody wants to keep them. */
final class FileWrite extends OnOpenFile {

  private static final long WHERE_IT_STANDS = -1;

  private final int bytesOfChar;

  FileWrite(long field) {
    this(field, 1);
  }

  /**
   * Writes.
   *
   * @param bytesOfChar how many bytes a character makes, where a string is written
   */
  FileWrite(long field, int bytesOfChar) {
    super(Kinds.FILE_WRITE, field);
    this.bytesOfChar = bytesOfChar;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(file(crossing).path);
    question.putString("write");
    question.putLong(WHERE_IT_STANDS);
    byte[] bytes = bytes(crossing);
    int offset = offset(crossing);
    long length = length(crossing, bytes);
    question.putLong(length);
    boolean isWithin =
        bytes != null && offset >= 0 && length >= 0 && length <= bytes.length - offset;
    question.putLong(bytes != null && isWithin ? crc(bytes, offset, (int) length) : 0);
  }

  private static byte @Nullable [] bytes(Crossing crossing) {
    Object first = crossing.argument(0);
    if (first instanceof Integer number) {
      return new byte[] {number.byteValue()};
    }
    if (first instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_16LE); // whichever of them are written
    }
    return (byte[]) first;
  }

  private static int offset(Crossing crossing) {
    return crossing.count() >= 3 ? (int) crossing.number(1) : 0;
  }

  private static long length(Crossing crossing, byte @Nullable [] bytes) {
    if (crossing.count() >= 3) {
      return crossing.number(2);
    }
    return bytes == null ? -1 : bytes.length;
  }

  private long count(Crossing crossing) {
    return crossing.argument(0) instanceof String text
        ? (long) text.length() * bytesOfChar
        : length(crossing, bytes(crossing));
  }

  private static long crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return crc.getValue();
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putLong(count(crossing));
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
    file(crossing).hasWritten(new Written(written(crossing), offset(crossing)), answer.longAt(0));
    return null;
  }

  private byte[] written(Crossing crossing) {
    if (!(crossing.argument(0) instanceof String text)) {
      byte[] array = bytes(crossing);
      return array == null ? new byte[0] : array;
    }
    byte[] written = new byte[text.length() * bytesOfChar];
    for (int i = 0; i < written.length; i++) {
      char c = text.charAt(i / bytesOfChar);
      written[i] = (byte) (bytesOfChar > 1 && i % 2 == 0 ? c >> 8 : c);
    }
    return written;
  }

  private record Written(byte[] array, int offset) implements ByteSource {
    @Override
    public void copy(long from, byte[] into, int length) {
      System.arraycopy(array, offset + (int) from, into, 0, length);
    }
  }
}
