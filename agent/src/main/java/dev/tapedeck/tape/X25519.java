package dev.tapedeck.tape;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;
import org.jspecify.annotations.Nullable;

/**
 * X25519 (RFC 7748) on bare keys of 32 bytes, as the JDK does it.
 *
 * <p>Without a {@link SecureRandom}: to wake one would show in what the program draws.
 */
final class X25519 {

  static final int BYTES = 32;

  private static final String NAME = "X25519";
  private static final @Nullable SecureRandom NONE = null;

  private X25519() {}

  static byte[] publicOf(byte[] secret) throws GeneralSecurityException {
    byte[] basePoint = new byte[BYTES];
    basePoint[0] = 9;
    return agree(secret, basePoint);
  }

  /** What both sides know: of one the secret, of the other what is public. */
  static byte[] agree(byte[] secret, byte[] others) throws GeneralSecurityException {
    KeyFactory keys = KeyFactory.getInstance(NAME);
    PrivateKey mine =
        keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret.clone()));
    PublicKey theirs =
        keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, number(others)));
    KeyAgreement agreement = KeyAgreement.getInstance(NAME);
    agreement.init(mine, NONE);
    agreement.doPhase(theirs, true);
    return agreement.generateSecret();
  }

  /** Little-endian, without the highest bit. */
  private static BigInteger number(byte[] bytes) {
    byte[] reversed = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      reversed[i] = bytes[BYTES - 1 - i];
    }
    reversed[0] &= 0x7f;
    return new BigInteger(1, reversed);
  }
}
