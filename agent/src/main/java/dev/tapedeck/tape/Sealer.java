package dev.tapedeck.tape;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** The key under which one run is sealed while it is written. It is nowhere but in memory. */
final class Sealer {

  private final byte[] recipient;
  private final byte[] ephemeral;
  private final SecretKey key;
  private final Provider provider;
  private final AtomicLong next = new AtomicLong(Seal.HEADER_NUMBER + 1);

  private Sealer(byte[] recipient, byte[] ephemeral, SecretKey key, Provider provider) {
    this.recipient = recipient;
    this.ephemeral = ephemeral;
    this.key = key;
    this.provider = provider;
  }

  /**
   * A new key, which only the owner of the recipient's private key can find out.
   *
   * @throws TapeException when there is none to be had
   */
  static Sealer to(byte[] recipient, byte[] runId) {
    byte[] secret = secret();
    try {
      byte[] ephemeral = X25519.publicOf(secret);
      SecretKey key = Seal.key(X25519.agree(secret, recipient), runId, ephemeral, recipient);
      // Whatever providers the program adds or moves, the events are sealed by this one.
      Provider provider = Cipher.getInstance(Seal.CIPHER).getProvider();
      return new Sealer(recipient, ephemeral, key, provider);
    } catch (GeneralSecurityException trouble) {
      throw new TapeException("This JVM cannot seal a tape: " + trouble.getMessage(), trouble);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** {@code SecureRandom} is slow to start, and a door itself. */
  private static byte[] secret() {
    byte[] secret = new byte[X25519.BYTES];
    try (FileInputStream source = new FileInputStream("/dev/urandom")) {
      if (source.readNBytes(secret, 0, secret.length) == secret.length) {
        return secret;
      }
    } catch (IOException noSuchDevice) {
      // said below
    }
    throw new TapeException("A tape cannot be sealed without /dev/urandom");
  }

  /** Keeps so many numbers and returns the first. None is ever given twice. */
  long numbers(long count) {
    return next.getAndAdd(count);
  }

  byte[] recipient() {
    return recipient;
  }

  byte[] ephemeral() {
    return ephemeral;
  }

  /** For one thread at a time. */
  SealCipher newCipher() {
    return new SealCipher(key, provider);
  }

  /** Writes events for one thread at a time. */
  EventWriter newEventWriter(ChunkWriter chunk) {
    return new SealedEventWriter(chunk, this);
  }

  /** A record as one that is sealed. */
  Encoder sealed(int head, Encoder record) {
    byte[] plain =
        new Encoder().byteValue(head).raw(record.buffer(), 0, record.length()).toBytes();
    long number = numbers(1);
    byte[] sealed = newCipher().seal(number, Seal.DEFINITION, plain);
    return new Encoder().varint(number).raw(sealed, 0, sealed.length);
  }
}
