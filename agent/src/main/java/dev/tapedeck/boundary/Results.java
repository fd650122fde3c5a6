package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** What the JDK's methods return, as a number on the tape and back. */
final class Results {

  /** Stands for void. */
  static final long NONE = 0;

  private Results() {}

  static long number(@Nullable Object result) {
    if (result instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return result instanceof Number number ? number.longValue() : NONE;
  }

  /** The number as the type that the method returns: the last letter of its descriptor. */
  static @Nullable Object as(char type, long number) {
    switch (type) {
      case 'Z':
        return number != 0;
      case 'I':
        return (int) number;
      case 'J':
        return number;
      default:
        return null;
    }
  }
}
