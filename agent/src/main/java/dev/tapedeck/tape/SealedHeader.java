package dev.tapedeck.tape;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/** The header of a sealed run: few fields stay readable, and say whose key the others are sealed to. */
final class SealedHeader {

  /** What says when and on what the program ran, and nothing of what it was given. */
  private static final List<String> READABLE = List.of(
      Header.RUN_ID,
      Header.STARTED_AT_UNIX_MS,
      Header.STARTED_AT_NANOS,
      Header.TAPEDECK_VERSION,
      Header.JVM_VENDOR,
      Header.JVM_VERSION,
      Header.JVM_NAME,
      Header.MAIN,
      Header.MAIN_KIND,
      Header.PROCESSORS,
      Header.ORDER,
      Header.LAUNCHED_BY);

  private static final String RECIPIENT = "sealed_to";
  private static final String EPHEMERAL = "sealed_by";
  private static final String SEALED = "sealed_fields";

  private SealedHeader() {}

  static Fields seal(Fields header, Sealer sealer) {
    Fields readable = new Fields();
    Fields others = new Fields();
    for (String key : header.keys()) {
      (READABLE.contains(key) ? readable : others).putFrom(header, key);
    }
    readable.put(RECIPIENT, KeyFile.hex(sealer.recipient()));
    readable.put(EPHEMERAL, KeyFile.hex(sealer.ephemeral()));
    byte[] sealed = sealer.newCipher().seal(Seal.HEADER_NUMBER, readable.encode(), others.encode());
    return readable.put(SEALED, new String(sealed, StandardCharsets.ISO_8859_1));
  }

  static boolean isSealed(Fields header) {
    return header.has(SEALED);
  }

  /** Whose key opens it, by its fingerprint. */
  static String recipient(Fields header) {
    return Seal.fingerprint(KeyFile.bytes(header.text(RECIPIENT, "")));
  }

  /**
   * What opens the run.
   *
   * @throws TapeException when it is sealed to another key
   */
  static Unsealer unsealer(Path run, Fields header, byte[] secret) {
    byte[] recipient = KeyFile.bytes(header.text(RECIPIENT, ""));
    byte[] ephemeral = KeyFile.bytes(header.text(EPHEMERAL, ""));
    try {
      byte[] ours = X25519.publicOf(secret);
      if (!Arrays.equals(recipient, ours)) {
        throw new TapeException(run + " is sealed to the key " + recipient(header)
            + ", and the key given is " + Seal.fingerprint(ours) + ": give the other with --key.");
      }
      if (ephemeral.length != X25519.BYTES) {
        throw damaged(run);
      }
      byte[] runId = RunDirectory.bytes(header.text(Header.RUN_ID, ""));
      byte[] agreed = X25519.agree(secret, ephemeral);
      return new Unsealer(Seal.key(agreed, runId, ephemeral, recipient));
    } catch (GeneralSecurityException notOurs) {
      throw damaged(run);
    }
  }

  /** What can be read without the key. */
  static Fields readable(Fields header) {
    return without(header, List.of(RECIPIENT, EPHEMERAL, SEALED));
  }

  /** The header as it was before it was sealed. */
  static Fields open(Path run, Fields header, Unsealer unsealer) {
    Fields told = without(header, List.of(SEALED));
    byte[] sealed = header.text(SEALED, "").getBytes(StandardCharsets.ISO_8859_1);
    try {
      byte[] others = unsealer.open(Seal.HEADER_NUMBER, told.encode(), sealed, 0, sealed.length);
      return readable(header).putAll(Fields.decode(others));
    } catch (GeneralSecurityException changed) {
      throw damaged(run);
    }
  }

  private static Fields without(Fields header, List<String> keys) {
    Fields others = new Fields();
    for (String key : header.keys()) {
      if (!keys.contains(key)) {
        others.putFrom(header, key);
      }
    }
    return others;
  }

  private static TapeException damaged(Path run) {
    return new TapeException(
        run + " has a damaged header: its seal does not hold. Use a copy of the run.");
  }
}
