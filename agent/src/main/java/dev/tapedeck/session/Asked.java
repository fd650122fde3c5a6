package dev.tapedeck.session;

import dev.tapedeck.boundary.FieldSink;
import dev.tapedeck.tape.ByteSource;
import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the program asks now, to be held against what it asked when it was recorded. */
final class Asked implements FieldSink {

  private final List<@Nullable Object> fields = new ArrayList<>();

  @Override
  public void putLong(long value) {
    fields.add(value);
  }

  @Override
  public void putBool(boolean value) {
    fields.add(value);
  }

  @Override
  public void putString(@Nullable String value) {
    fields.add(value);
  }

  @Override
  public void putBytes(byte @Nullable [] bytes, int offset, int length) {
    fields.add(bytes == null ? null : Arrays.copyOfRange(bytes, offset, offset + length));
  }

  @Override
  public void putBytes(ByteSource source, long length) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(length)];
    source.copy(0, bytes, bytes.length);
    fields.add(bytes);
  }

  @Override
  public void putStrings(String @Nullable [] values) {
    fields.add(values == null ? null : Arrays.asList(values));
  }

  List<@Nullable Object> fields() {
    return fields;
  }

  /** Whether the same was asked when it was recorded. */
  boolean is(@Nullable Object[] recorded) {
    if (fields.size() != recorded.length) {
      return false;
    }
    for (int i = 0; i < recorded.length; i++) {
      if (!same(fields.get(i), recorded[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(@Nullable Object now, @Nullable Object recorded) {
    if (now instanceof byte[] bytes && recorded instanceof Payload payload) {
      return bytes.length == payload.length() && Arrays.equals(bytes, payload.bytes());
    }
    return now == null ? recorded == null : now.equals(recorded);
  }
}
