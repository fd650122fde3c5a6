package dev.tapedeck.runner.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells text from other bytes. */
final class Utf8 {
  private Utf8() {}

  /** Whether the bytes are valid UTF-8 from the first to the last. */
  static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return text(bytes).isPresent();
      }
    }
    return true;
  }

  /** The bytes as text if they are valid UTF-8 from the first to the last. */
  static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
