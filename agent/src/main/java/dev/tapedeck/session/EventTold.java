package dev.tapedeck.session;

import dev.tapedeck.boundary.Told;
import dev.tapedeck.tape.Payload;
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
