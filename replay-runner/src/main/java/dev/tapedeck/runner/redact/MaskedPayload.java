package dev.tapedeck.runner.redact;

import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Payload;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a payload on another tape, with asterisks for what must go. Few bytes are in memory at once, unless patterns look at them. */
final class MaskedPayload {
  private static final int IN_MEMORY = 1 << 20;
  private static final int SEARCHED = 256 << 20;

  private final Masking masking;

  MaskedPayload(Masking masking) {
    this.masking = masking;
  }

  /** Removes all of it, or what patterns match. */
  void put(EventWriter event, @Nullable Payload payload, boolean all, boolean matches)
      throws IOException {
    if (payload == null) {
      event.putBytes(null);
    } else if (all) {
      masking.counted();
      event.putBytes(
          (from, into, count) -> Arrays.fill(into, 0, count, (byte) Masking.MASK),
          payload.length());
    } else if (matches && masking.looks()) {
      searched(event, payload);
    } else if (payload.length() <= IN_MEMORY) {
      event.putBytes(payload.bytes());
    } else {
      spooled(event, payload);
    }
  }

  private void searched(EventWriter event, Payload payload) throws IOException {
    if (payload.length() > SEARCHED) {
      throw new Trouble("a payload of " + payload.length()
          + " bytes is too long to look for a pattern in it: remove all of it with --kind or --site,"
          + " and look for the pattern in a second step");
    }
    byte[] bytes = payload.bytes().clone();
    masking.matches(bytes);
    event.putBytes(bytes);
  }

  /** A tape hands its bytes out, and another one asks for them: between them is a file. */
  private static void spooled(EventWriter event, Payload payload) throws IOException {
    Path spool = Files.createTempFile("tapedeck-", ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16)) {
        payload.copyTo((bytes, length) -> out.write(bytes, 0, length));
      }
      try (InputStream in = Files.newInputStream(spool)) {
        event.putBytes(
            (from, into, count) -> {
              if (in.readNBytes(into, 0, count) < count) {
                throw new EOFException("it is cut short");
              }
            },
            payload.length());
      }
    } finally {
      Files.deleteIfExists(spool);
    }
  }
}
