package dev.tapedeck.tape;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/** Opens the units of one sealed run. Any thread may use it. */
final class Unsealer {

  private static final @Nullable SecureRandom NONE = null;

  private final SecretKey key;
  private final Cipher cipher;

  Unsealer(SecretKey key) throws GeneralSecurityException {
    this.key = key;
    this.cipher = Cipher.getInstance(Seal.CIPHER);
  }

  /**
   * The unit's plain bytes.
   *
   * @param told as when it was sealed
   * @throws GeneralSecurityException when they are not what was sealed
   */
  synchronized byte[] open(long number, byte[] told, byte[] sealed, int offset, int length)
      throws GeneralSecurityException {
    cipher.init(
        Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * Seal.TAG, Seal.nonce(number)), NONE);
    cipher.updateAAD(told);
    return cipher.doFinal(sealed, offset, length);
  }

  /** A record that {@link Sealer#sealed} made: what it is, then its body. */
  Decoder record(Decoder in) {
    long number = in.varint();
    byte[] sealed = in.raw(in.remaining());
    try {
      byte[] plain = open(number, Seal.DEFINITION, sealed, 0, sealed.length);
      return new Decoder(plain, 0, plain.length);
    } catch (GeneralSecurityException changed) {
      throw Decoder.malformed();
    }
  }
}
