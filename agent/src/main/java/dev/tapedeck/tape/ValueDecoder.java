package dev.tapedeck.tape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of an event's fields, and fetches what stands in the payload file. */
final class ValueDecoder {

  private final Decoder in;
  private final TapeFiles files;
  private final @Nullable Unsealer unsealer;

  /**
   * Reads from there.
   *
   * @param unsealer what opens the event's long payloads; null when they are not sealed
   */
  ValueDecoder(Decoder in, TapeFiles files, @Nullable Unsealer unsealer) {
    this.in = in;
    this.files = files;
    this.unsealer = unsealer;
  }

  @Nullable
  Object[] values(List<Field> fields) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(fields.get(i).type());
    }
    return values;
  }

  Failure failure() {
    Payload encoded = payload();
    if (encoded == null) {
      throw Decoder.malformed();
    }
    return FailureCodec.decode(whole(encoded));
  }

  private @Nullable Object value(FieldType type) {
    return switch (type) {
      case LONG -> in.signed();
      case BOOL -> in.byteValue() != 0;
      case STRING -> string();
      case BYTES -> payload();
      case STRINGS -> {
        Payload encoded = payload();
        yield encoded == null ? null : whole(encoded).strings();
      }
    };
  }

  private @Nullable String string() {
    long head = in.varint();
    if (head == 0) {
      return null;
    }
    byte[] bytes = payload(head - 1).bytes();
    return Decoder.text(bytes, 0, bytes.length, ((head - 1) & Format.WIDE) != 0);
  }

  private @Nullable Payload payload() {
    long head = in.varint();
    return head == 0 ? null : payload(head - 1);
  }

  private Payload payload(long head) {
    if ((head & Format.IN_PAYLOAD) == 0) {
      return Payload.of(in.raw(Decoder.size(head)));
    }
    long length = head >>> 2;
    long place = in.varint();
    return unsealer == null
        ? Payload.of(new ClearBytes(files, place, length, in.int32()), length)
        : Payload.of(new SealedBytes(files, unsealer, place, length, in.varint()), length);
  }

  private static Decoder whole(Payload encoded) {
    byte[] bytes = encoded.bytes();
    return new Decoder(bytes, 0, bytes.length);
  }
}
