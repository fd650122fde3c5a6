package dev.tapedeck.tape;

import static dev.tapedeck.tape.Raw.U;

import java.io.IOException;

/**
 * Writes events whose fields nobody reads without the key.
 *
 * <p>They are put into memory of the process's own, and come to the tape sealed and at once. What tells of the
 * order between lanes is numbers, and comes as often as a program takes locks: that stays as it is.
 */
final class SealedEventWriter extends EventWriter {

  private static final int FIRST_ROOM = 1024;

  /** So that a sealed event, with all before and behind its fields, still fits into a chunk. */
  private static final int MOST = Format.CHUNK_EVENTS - 512;

  /** What may stand beside the sealed fields: head, length, site, stamp, outcome, number, end in the payload file. */
  private static final int BESIDE = 64;

  private final Sealer sealer;
  private final SealCipher cipher;

  private long room;
  private int roomSize;
  private byte[] plain = new byte[FIRST_ROOM];
  private byte[] sealed = new byte[FIRST_ROOM + Seal.TAG];
  private boolean readable;

  SealedEventWriter(ChunkWriter chunk, Sealer sealer) {
    super(chunk);
    this.sealer = sealer;
    this.cipher = sealer.newCipher();
  }

  @Override
  void open() {
    readable = Kinds.isOrder(kind.id());
    if (readable) {
      super.open();
      return;
    }
    if (room == 0) {
      room = U.allocateMemory(FIRST_ROOM);
      roomSize = FIRST_ROOM;
    }
    fields = room;
    cursor = room;
    limit = room + roomSize;
  }

  @Override
  boolean findRoom(int bytes) {
    if (readable) {
      return super.findRoom(bytes);
    }
    int length = (int) (cursor - fields);
    if (length + bytes > MOST) {
      throw tooLong();
    }
    int size = Math.min(MOST, Math.max(2 * roomSize, length + bytes));
    long larger = U.reallocateMemory(room, size);
    room = larger;
    roomSize = size;
    fields = larger;
    cursor = larger + length;
    limit = larger + size;
    return true;
  }

  @Override
  void publish(int outcome) {
    if (readable) {
      super.publish(outcome);
      return;
    }
    int length = (int) (cursor - fields);
    if (plain.length < length) {
      plain = new byte[MOST];
      sealed = new byte[MOST + Seal.TAG];
    }
    Raw.copy(fields, plain, length);
    long number = sealer.numbers(1);
    byte[] told = Seal.event(
        kind.id(), outcome, chunk.currentLane(), chunk.nextOrdinal(), site, stampNs, payloadEnd);
    cipher.seal(number, told, plain, 0, length, sealed);
    append(outcome, number, length + Seal.TAG);
  }

  private void append(int outcome, long number, int sealedLength) {
    boolean fits = chunk.at() + sealedLength + BESIDE <= chunk.limit();
    if (!fits && !(chunk.nextChunk() && chunk.ready())) {
      chunk.skip();
      return;
    }
    long stamp = chunk.stampDelta(stampNs);
    long where = site & 0xffff_ffffL;
    int body = Format.varintSize(where)
        + Format.varintSize(stamp)
        + 1
        + Format.varintSize(number)
        + sealedLength
        + (payloadEnd == 0 ? 0 : 8);
    long to = chunk.at();
    U.putByte(to, (byte) kind.id());
    to = Raw.varint(to + 1, body);
    to = Raw.varint(to, where);
    to = Raw.varint(to, stamp);
    U.putByte(to, (byte) outcome);
    to = Raw.varint(to + 1, number);
    to = Raw.bytes(to, sealed, 0, sealedLength);
    if (payloadEnd != 0) {
      U.putLong(to, payloadEnd);
      to += 8;
    }
    chunk.publishEvent(to, stampNs);
  }

  @Override
  void putInPayload(byte[] source, int offset, int length, int flags) {
    if (readable) {
      super.putInPayload(source, offset, length, flags);
      return;
    }
    long number = sealer.numbers(Seal.pieces(length));
    long place = chunk.tape.payload().reserve(Seal.sealedLength(length));
    byte[] piece = new byte[Math.min(length, Seal.PIECE) + Seal.TAG];
    boolean written = place >= 0;
    for (int done = 0; written && done < length; done += Seal.PIECE) {
      int count = Math.min(Seal.PIECE, length - done);
      written = write(place, number, done, source, offset + done, count, piece);
    }
    put(written ? place : -1, length, flags, number);
  }

  @Override
  void putInPayload(ByteSource source, long length) throws IOException {
    if (readable) {
      super.putInPayload(source, length);
      return;
    }
    long number = sealer.numbers(Seal.pieces(length));
    long place = chunk.tape.payload().reserve(Seal.sealedLength(length));
    int most = (int) Math.min(length, Seal.PIECE);
    byte[] clear = new byte[most];
    byte[] piece = new byte[most + Seal.TAG];
    boolean written = place >= 0;
    for (long done = 0; written && done < length; done += Seal.PIECE) {
      int count = (int) Math.min(Seal.PIECE, length - done);
      source.copy(done, clear, count);
      written = write(place, number, done, clear, 0, count, piece);
    }
    put(written ? place : -1, length, 0, number);
  }

  /** Seals the piece that begins {@code done} bytes behind the first, and writes it. */
  private boolean write(
      long place, long number, long done, byte[] source, int offset, int count, byte[] piece) {
    long index = done / Seal.PIECE;
    cipher.seal(number + index, Seal.PAYLOAD, source, offset, count, piece);
    return chunk
        .tape
        .payload()
        .writeReserved(place + done + index * Seal.TAG, piece, 0, count + Seal.TAG);
  }

  private void put(long place, long length, int flags, long number) {
    if (putPlace(place, length, Seal.sealedLength(length), flags)) {
      cursor = Raw.varint(cursor, number);
    }
  }
}
