package dev.tapedeck.tape;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What writer and reader of a sealed tape must agree on; the package's description tells what it means.
 *
 * <p>A unit is sealed by AES-256-GCM under the run's key and a number that no other unit of the run has.
 */
final class Seal {

  static final String CIPHER = "AES/GCM/NoPadding";

  /** How much longer a unit is when it is sealed. */
  static final int TAG = 16;

  /** Long payloads are sealed in pieces of so many bytes. */
  static final int PIECE = 64 * 1024;

  /** The number of the header's unit; all others are higher. */
  static final long HEADER_NUMBER = 0;

  static final byte[] DEFINITION = {'D'};
  static final byte[] PAYLOAD = {'P'};

  private static final int NONCE = 12;
  private static final int EVENT_TOLD = 50;
  private static final String HMAC = "HmacSHA256";
  private static final byte[] PURPOSE = {
    't', 'a', 'p', 'e', 'd', 'e', 'c', 'k', ' ', 's', 'e', 'a', 'l', ' ', '1'
  };

  private Seal() {}

  /** The run's key, from what both sides know: HKDF (RFC 5869) with SHA-256, the run's id as its salt. */
  static SecretKey key(byte[] agreed, byte[] runId, byte[] ephemeral, byte[] recipient)
      throws GeneralSecurityException {
    byte[] info = new Encoder()
        .raw(PURPOSE, 0, PURPOSE.length)
        .raw(ephemeral, 0, ephemeral.length)
        .raw(recipient, 0, recipient.length)
        .byteValue(1) // the first block, which is all of it
        .toBytes();
    return new SecretKeySpec(hmac(hmac(runId, agreed), info), "AES");
  }

  static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(message);
  }

  /** By what people tell public keys apart. */
  static String fingerprint(byte[] publicKey) {
    String hex = KeyFile.hex(publicKey);
    return hex.substring(0, Math.min(16, hex.length()));
  }

  static byte[] nonce(long number) {
    byte[] nonce = new byte[NONCE];
    putLong(nonce, NONCE - 8, number);
    return nonce;
  }

  /** What of an event stays readable and must be as it was. */
  static byte[] event(
      int kind, int outcome, int lane, long ordinal, int site, long stampNs, long payloadEnd) {
    byte[] told = new byte[EVENT_TOLD];
    told[0] = 'E';
    told[1] = (byte) kind;
    putLong(told, 2, outcome);
    putLong(told, 10, lane);
    putLong(told, 18, ordinal);
    putLong(told, 26, site);
    putLong(told, 34, stampNs);
    putLong(told, 42, payloadEnd);
    return told;
  }

  /** How many pieces so many bytes are sealed in. */
  static long pieces(long length) {
    return (length + PIECE - 1) / PIECE;
  }

  /** How many bytes they are when sealed. */
  static long sealedLength(long length) {
    return length + TAG * pieces(length);
  }

  private static void putLong(byte[] bytes, int at, long value) {
    for (int i = 0; i < 8; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
