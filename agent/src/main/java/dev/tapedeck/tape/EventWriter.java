package dev.tapedeck.tape;

import static dev.tapedeck.tape.Raw.U;

import java.io.IOException;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes one event: its question, then its answer or {@link #failed}, field by field in the order of its
 * kind, then {@link #commit}.
 *
 * <p>Fields that do not fit the kind are an {@link IllegalStateException}.
 */
public class EventWriter {

  /** What a place in the payload file takes at most: two varints and a checksum. */
  private static final int IN_PAYLOAD = 24;

  final ChunkWriter chunk;

  Kind kind = Kinds.CLOCK_MILLIS;
  int site;
  long stampNs;
  private int fieldsPut;
  private boolean failed;

  /** The highest end of what the event has in the payload file; 0 when it has nothing there. */
  long payloadEnd;

  // Addresses: of the event, its first field, the next one, and where the event must end. The limit
  // is 0 when the event is
  // not to be written.
  private long begunAt;
  long fields;
  long cursor;
  long limit;

  EventWriter(ChunkWriter chunk) {
    this.chunk = chunk;
  }

  void begin(Kind newKind, int newSite, long newStampNs) {
    kind = newKind;
    site = newSite;
    stampNs = newStampNs;
    fieldsPut = 0;
    failed = false;
    payloadEnd = 0;
    limit = 0;
    if (chunk.ready()) {
      begunAt = chunk.at();
      open();
    }
  }

  public EventWriter putLong(long value) {
    expect(FieldType.LONG);
    if (makeRoom(10)) {
      cursor = Raw.varint(cursor, Format.zigzag(value));
    }
    return this;
  }

  public EventWriter putBool(boolean value) {
    expect(FieldType.BOOL);
    if (makeRoom(1)) {
      U.putByte(cursor++, (byte) (value ? 1 : 0));
    }
    return this;
  }

  public EventWriter putString(@Nullable String value) {
    expect(FieldType.STRING);
    if (value == null) {
      putNull();
    } else {
      byte[] bytes = Raw.bytesOf(value);
      put(bytes, 0, bytes.length, Raw.wide(value) ? Format.WIDE : 0);
    }
    return this;
  }

  public EventWriter putBytes(byte @Nullable [] value) {
    if (value != null) {
      return putBytes(value, 0, value.length);
    }
    expect(FieldType.BYTES);
    putNull();
    return this;
  }

  public EventWriter putBytes(byte[] array, int offset, int length) {
    expect(FieldType.BYTES);
    put(array, offset, length, 0);
    return this;
  }

  /** Puts bytes that need not fit into an array. */
  public EventWriter putBytes(ByteSource source, long length) throws IOException {
    expect(FieldType.BYTES);
    if (length <= Format.INLINE) {
      byte[] few = new byte[(int) length];
      source.copy(0, few, few.length);
      put(few, 0, few.length, 0);
    } else if (makeRoom(IN_PAYLOAD)) {
      putInPayload(source, length);
    }
    return this;
  }

  /** Writes what is too long for the event, and puts its place. */
  void putInPayload(ByteSource source, long length) throws IOException {
    CRC32 crc = new CRC32();
    long place = chunk.tape.payload().write(source, length, crc);
    if (putPlace(place, length, length, 0)) {
      putInt((int) crc.getValue());
    }
  }

  public EventWriter putStrings(@Nullable List<? extends @Nullable String> values) {
    expect(FieldType.STRINGS);
    if (values == null) {
      putNull();
    } else {
      Encoder encoded = new Encoder().strings(values);
      put(encoded.buffer(), 0, encoded.length(), 0);
    }
    return this;
  }

  /** Puts a failure where the answer would stand. */
  public EventWriter failed(Failure failure) {
    if (fieldsPut != kind.question().size()) {
      throw new IllegalStateException(kind.name() + " failed before its question was whole");
    }
    byte[] encoded = FailureCodec.encode(failure);
    put(encoded, 0, encoded.length, 0);
    failed = true;
    return this;
  }

  /** Puts the event on the tape. */
  public void commit() {
    int expected = kind.question().size() + (failed ? 0 : kind.answer().size());
    if (fieldsPut != expected) {
      throw new IllegalStateException(kind.name() + " is not whole, or was committed before");
    }
    if (limit == 0) {
      fieldsPut = -1;
      chunk.skip();
      return;
    }
    if (begunAt != chunk.at()) {
      throw new IllegalStateException(kind.name() + " was begun before another event");
    }
    publish((failed ? Format.FAILED : 0) | (payloadEnd == 0 ? 0 : Format.HAS_PAYLOAD));
  }

  /** Begins the fields: in the chunk, where they are to stand. */
  void open() {
    writePrefix();
  }

  /** Makes an event of what has been put. */
  void publish(int outcome) {
    long to = cursor;
    if (payloadEnd != 0) {
      U.putLong(to, payloadEnd);
      to += 8;
    }
    U.putByte(fields - 1, (byte) outcome);
    long at = begunAt;
    long length = to - at - 2;
    if (length > 127) {
      int more = Format.varintSize(length) - 1;
      U.copyMemory(at + 2, at + 2 + more, length);
      to += more;
    }
    U.putByte(at, (byte) kind.id());
    Raw.varint(at + 1, length);
    fieldsPut = -1;
    chunk.publishEvent(to, stampNs);
  }

  /** Leaves two bytes for head and length; commit moves the rest when the length needs more. */
  private void writePrefix() {
    long to = Raw.varint(begunAt + 2, site & 0xffff_ffffL);
    to = Raw.varint(to, chunk.stampDelta(stampNs)) + 1; // and the outcome
    fields = to;
    cursor = to;
    limit = chunk.limit();
  }

  private void expect(FieldType type) {
    List<Field> question = kind.question();
    int inAnswer = fieldsPut - question.size();
    List<Field> answer = kind.answer();
    if (failed || inAnswer >= answer.size()) {
      throw new IllegalStateException(kind.name() + " has no more fields");
    }
    Field field = inAnswer < 0 ? question.get(fieldsPut) : answer.get(inAnswer);
    if (field.type() != type) {
      throw new IllegalStateException(kind.name() + "." + field.name() + " is " + field.type());
    }
    fieldsPut++;
  }

  private void putNull() {
    if (makeRoom(1)) {
      U.putByte(cursor++, (byte) 0);
    }
  }

  private void put(byte[] source, int offset, int length, int flags) {
    if (length > Format.INLINE) {
      if (makeRoom(IN_PAYLOAD)) {
        putInPayload(source, offset, length, flags);
      }
    } else if (makeRoom(length + 3)) {
      cursor = Raw.varint(cursor, ((length << 2) | flags) + 1);
      cursor = Raw.bytes(cursor, source, offset, length);
    }
  }

  /** The same, of what is in an array. */
  void putInPayload(byte[] source, int offset, int length, int flags) {
    long place = chunk.tape.payload().write(source, offset, length);
    if (putPlace(place, length, length, flags)) {
      putInt(Format.crc(source, offset, length));
    }
  }

  /**
   * Puts where bytes stand in the payload file; false when they could not be written.
   *
   * @param taken how many they are there
   */
  boolean putPlace(long place, long length, long taken, int flags) {
    if (place < 0) {
      limit = 0;
      return false;
    }
    cursor = Raw.varint(cursor, ((length << 2) | Format.IN_PAYLOAD | flags) + 1);
    cursor = Raw.varint(cursor, place);
    payloadEnd = Math.max(payloadEnd, place + taken);
    return true;
  }

  private void putInt(int value) {
    U.putInt(cursor, value);
    cursor += 4;
  }

  /** Whether so many bytes may be written at the cursor; goes on in a fresh chunk when this one is full. */
  private boolean makeRoom(int bytes) {
    return cursor + bytes <= limit || (limit != 0 && findRoom(bytes));
  }

  /** Goes on where there is more room. */
  boolean findRoom(int bytes) {
    long from = fields;
    long length = cursor - fields;
    limit = 0;
    if (!chunk.nextChunk() || !chunk.ready()) {
      return false;
    }
    begunAt = chunk.at();
    writePrefix();
    if (cursor + length + bytes > limit) {
      throw tooLong();
    }
    U.copyMemory(from, cursor, length);
    cursor += length;
    return true;
  }

  IllegalStateException tooLong() {
    limit = 0;
    return new IllegalStateException(kind.name() + " has too many long fields for a chunk");
  }
}
