package dev.tapedeck.session;

import dev.tapedeck.boundary.FieldSink;
import dev.tapedeck.tape.ByteSource;
import dev.tapedeck.tape.EventWriter;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a crossing to the tape. */
final class EventSink implements FieldSink {

  private final EventWriter event;

  EventSink(EventWriter event) {
    this.event = event;
  }

  @Override
  public void putLong(long value) {
    event.putLong(value);
  }

  @Override
  public void putBool(boolean value) {
    event.putBool(value);
  }

  @Override
  public void putString(@Nullable String value) {
    event.putString(value);
  }

  @Override
  public void putBytes(byte @Nullable [] bytes, int offset, int length) {
    if (bytes == null) {
      event.putBytes(null);
    } else {
      event.putBytes(bytes, offset, length);
    }
  }

  @Override
  public void putBytes(ByteSource source, long length) throws IOException {
    event.putBytes(source, length);
  }

  @Override
  public void putStrings(String @Nullable [] values) {
    event.putStrings(values == null ? null : Arrays.asList(values));
  }
}
