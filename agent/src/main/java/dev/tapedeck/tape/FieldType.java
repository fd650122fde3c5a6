package dev.tapedeck.tape;

/** What a field of an event holds. */
public enum FieldType {
  LONG(0),
  BOOL(1),
  /** A string or null. */
  STRING(2),
  /** Bytes or null; a {@link Payload} when read. */
  BYTES(3),
  /** A list of strings or null; each of the strings may be null too. */
  STRINGS(4);

  /** On the tape, so fixed for ever. */
  final int code;

  FieldType(int code) {
    this.code = code;
  }
}
