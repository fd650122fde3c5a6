package dev.tapedeck.tape;

/** What a field of an event holds. */
public enum FieldType {
  LONG,
  BOOL,
  /** A string or null. */
  STRING,
  /** Bytes or null; a {@link Payload} when read. */
  BYTES,
  /** A list of strings or null; each of the strings may be null too. */
  STRINGS
}
