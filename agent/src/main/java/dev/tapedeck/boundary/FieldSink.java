package dev.tapedeck.boundary;

import dev.tapedeck.tape.ByteSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a question or an answer, in the order in which its kind declares them. */
public interface FieldSink {

  /** Takes a LONG. */
  void putLong(long value);

  /** Takes a BOOL. */
  void putBool(boolean value);

  /** Takes a STRING. */
  void putString(@Nullable String value);

  /** Takes BYTES, a range of the array. */
  void putBytes(byte @Nullable [] bytes, int offset, int length);

  /** Takes BYTES, which need not fit into an array. */
  void putBytes(ByteSource source, long length) throws IOException;

  /** Takes STRINGS. */
  void putStrings(String @Nullable [] values);
}
