package dev.tapedeck.boundary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Names of files as the system has them, bytes, written as text. */
final class Names {

  /** No name has it; what follows is one character for each byte. */
  private static final char BYTES = '\0';

  private Names() {}

  static @Nullable String text(byte @Nullable [] name) {
    if (name == null) {
      return null;
    }
    String text = new String(name, StandardCharsets.UTF_8);
    if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), name)) {
      return text;
    }
    return BYTES + new String(name, StandardCharsets.ISO_8859_1);
  }

  static byte @Nullable [] bytes(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.isEmpty() || text.charAt(0) != BYTES) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    return text.substring(1).getBytes(StandardCharsets.ISO_8859_1);
  }
}
