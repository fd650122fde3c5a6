package dev.tapedeck.runner.run;

import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Payload;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a payload on another tape. */
public final class PayloadCopy {
  private static final int IN_MEMORY = 1 << 20;

  private PayloadCopy() {}

  /** Copies it; few bytes are in memory at once. */
  public static void put(EventWriter event, Payload payload) throws IOException {
    if (payload.length() <= IN_MEMORY) {
      event.putBytes(payload.bytes());
    } else {
      spooled(event, payload);
    }
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
      Files.delete(spool);
    }
  }
}
