package dev.tapedeck.boundary;

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

  /** STRINGS. */
  String @Nullable [] stringsAt(int field);
}
