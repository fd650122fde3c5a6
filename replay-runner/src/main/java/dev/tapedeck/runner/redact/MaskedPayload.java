package dev.tapedeck.runner.redact;

import dev.tapedeck.runner.run.PayloadCopy;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a payload on another tape, with asterisks for what must go. Few bytes are in memory at once, unless patterns look at them. */
final class MaskedPayload {
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
    } else {
      PayloadCopy.put(event, payload);
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
}
