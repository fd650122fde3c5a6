package dev.tapedeck.tape;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/** Seals units for one thread at a time. */
final class SealCipher {

  /** The number is all the chance there is in it. */
  private static final @Nullable SecureRandom NONE = null;

  private final SecretKey key;
  private final Provider provider;
  private @Nullable Cipher idle;

  SealCipher(SecretKey key, Provider provider) {
    this.key = key;
    this.provider = provider;
  }

  byte[] seal(long number, byte[] told, byte[] plain) {
    byte[] sealed = new byte[plain.length + Seal.TAG];
    seal(number, told, plain, 0, plain.length, sealed);
    return sealed;
  }

  /**
   * Seals bytes of {@code plain} to the start of {@code sealed}.
   *
   * @param number which no other unit has
   * @param told what must be told again, and as it is, when the unit is opened
   */
  void seal(long number, byte[] told, byte[] plain, int offset, int length, byte[] sealed) {
    Cipher cipher = idle;
    idle = null; // what an error leaves in the middle is not used again
    try {
      if (cipher == null) {
        cipher = Cipher.getInstance(Seal.CIPHER, provider);
      }
      cipher.init(
          Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * Seal.TAG, Seal.nonce(number)), NONE);
      cipher.updateAAD(told);
      cipher.doFinal(plain, offset, length, sealed, 0);
    } catch (GeneralSecurityException trouble) {
      throw new IllegalStateException("Cannot seal: " + trouble.getMessage(), trouble);
    }
    idle = cipher;
  }
}
