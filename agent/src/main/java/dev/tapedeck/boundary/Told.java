package dev.tapedeck.boundary;

import dev.tapedeck.tape.ByteTarget;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer that stands on the tape, field by field in the order in which its kind declares them. */
public interface Told {

  /** A LONG. */
  long longAt(int field);

  /** A BOOL. */
  boolean boolAt(int field);

  /** A STRING. */
  @Nullable
  String stringAt(int field);

  /** BYTES. */
  byte @Nullable [] bytesAt(int field);

  /** How many BYTES; -1 where there are none. */
  long lengthAt(int field);

  /** Copies BYTES into the array, from the offset on. */
  void copy(int field, byte[] array, int offset);

  /** Hands out BYTES piece by piece. */
  void copy(int field, ByteTarget target) throws IOException;

  /** STRINGS. */
  String @Nullable [] stringsAt(int field);
}
