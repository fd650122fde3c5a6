package dev.tapedeck.tape;

import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * Sealed bytes in the payload file.
 *
 * @param number of the first piece
 */
record SealedBytes(TapeFiles files, Unsealer unsealer, long position, long length, long number)
    implements StoredBytes {

  @Override
  public void expect() {
    files.expectPayload(position, Seal.sealedLength(length));
  }

  @Override
  public void copyTo(byte[] array, int offset) {
    for (long done = 0; done < length; done += Seal.PIECE) {
      byte[] piece = piece(done);
      System.arraycopy(piece, 0, array, offset + (int) done, piece.length);
    }
  }

  @Override
  public void copyTo(ByteTarget target) throws IOException {
    for (long done = 0; done < length; done += Seal.PIECE) {
      byte[] piece = piece(done);
      target.take(piece, piece.length);
    }
  }

  private byte[] piece(long done) {
    long index = done / Seal.PIECE;
    long from = position + done + index * Seal.TAG;
    int count = (int) Math.min(Seal.PIECE, length - done) + Seal.TAG;
    byte[] sealed = new byte[count];
    files.readPayload(from, sealed, 0, count);
    try {
      return unsealer.open(number + index, Seal.PAYLOAD, sealed, 0, count);
    } catch (GeneralSecurityException changed) {
      throw files.damagedPayload(from, count);
    }
  }
}
