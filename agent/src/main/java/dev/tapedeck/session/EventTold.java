package dev.tapedeck.session;

import dev.tapedeck.boundary.Told;
import dev.tapedeck.tape.ByteTarget;
import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of one event on the tape. */
final class EventTold implements Told {

  private final @Nullable Object[] answer;

  EventTold(@Nullable Object[] answer) {
    this.answer = answer;
  }

  @Override
  public long longAt(int field) {
    return ((Long) present(field)).longValue();
  }

  @Override
  public boolean boolAt(int field) {
    return ((Boolean) present(field)).booleanValue();
  }

  @Override
  public @Nullable String stringAt(int field) {
    return (String) answer[field];
  }

  @Override
  public byte @Nullable [] bytesAt(int field) {
    Object bytes = answer[field];
    return bytes == null ? null : ((Payload) bytes).bytes();
  }

  @Override
  public long lengthAt(int field) {
    Object bytes = answer[field];
    return bytes == null ? -1 : ((Payload) bytes).length();
  }

  @Override
  public void copy(int field, byte[] array, int offset) {
    ((Payload) present(field)).copyTo(array, offset);
  }

  @Override
  public void copy(int field, ByteTarget target) throws IOException {
    ((Payload) present(field)).copyTo(target);
  }

  @Override
  public String @Nullable [] stringsAt(int field) {
    Object values = answer[field];
    return values == null ? null : ((List<?>) values).toArray(new String[0]);
  }

  private Object present(int field) {
    Object value = answer[field];
    if (value == null) {
      throw new IllegalStateException("field " + field + " of the answer is absent");
    }
    return value;
  }
}
