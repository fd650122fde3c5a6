package dev.tapedeck.tape;

/** A cursor over the records of a chunk. It believes no length, and never reads beyond its end. */
final class Records {

  private final byte[] bytes;
  private final int end;

  private int start;
  private int head;
  private int body;
  private int next;
  private long repeated;
  private boolean broken;
  private int at;

  /**
   * @param from where a record begins
   * @param end behind the last record
   */
  Records(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.end = end;
    this.next = from;
  }

  /** Goes to the next record; false at the end, or when what follows is no whole record. */
  boolean advance() {
    if (next >= end || broken) {
      return false;
    }
    start = next;
    int first = bytes[start];
    if (first < 0) {
      head = Format.SHORT_REPEAT;
      repeated = first & 0x7f;
      next = start + 1;
      return true;
    }
    head = first;
    at = start + 1;
    long number = varint();
    if (head == Format.REPEAT || head == Format.REPEAT_OTHER) {
      repeated = number;
      next = at;
    } else {
      body = at;
      broken |= first == 0 || number < 0 || number > end - body;
      next = body + (int) number;
    }
    return !broken;
  }

  /** What stands in front of the body; {@link Format#SHORT_REPEAT} for all bytes from there on. */
  int head() {
    return head;
  }

  int start() {
    return start;
  }

  /** Where the record ends and the next begins. */
  int next() {
    return next;
  }

  boolean isEvent() {
    return head <= Format.LARGEST_KIND || isRepeat();
  }

  /** Whether it is a clock read that leaves out its kind and site. */
  boolean isRepeat() {
    return head == Format.SHORT_REPEAT || head == Format.REPEAT || head == Format.REPEAT_OTHER;
  }

  /** The number that a repeated clock read carries, not yet unzigzagged. */
  long repeated() {
    return repeated;
  }

  /** The record's body from its start. */
  Decoder body() {
    return new Decoder(bytes, body, next - body);
  }

  /** Begins to read numbers of the body with {@link #varint()} and {@link #byteValue}. */
  void enterBody() {
    at = body;
  }

  int at() {
    return at;
  }

  int byteValue() {
    if (at >= end) {
      broken = true;
      return 0;
    }
    return bytes[at++] & 0xff;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64 && at < end; shift += 7) {
      byte read = bytes[at++];
      value |= (read & 0x7fL) << shift;
      if (read >= 0) {
        return value;
      }
    }
    broken = true;
    return 0;
  }

  /** Whether something read so far was no part of a whole record. */
  boolean broken() {
    return broken;
  }

  byte[] bytes() {
    return bytes;
  }
}
