package dev.tapedeck.tape;

import java.util.zip.CRC32;

/** What writer and reader must agree on; the package's description tells what it means. */
final class Format {

  static final int VERSION = 1;

  /** {@code TPDKHDR} and {@code TPDKSEG}, each with a zero byte, as little-endian numbers. */
  static final long HEADER_MAGIC = 0x0052_4448_4b44_5054L;

  static final long SEGMENT_MAGIC = 0x0047_4553_4b44_5054L;

  static final String HEADER_FILE = "header";
  static final String PAYLOAD_FILE = "payload.bin";

  /** Magic, version, length and checksum of the fields that follow. */
  static final int HEADER_PREFIX = 20;

  static final int SEGMENT_HEADER = 4096;
  static final int SEGMENT_CHECKED = 40;

  /** In the first segment alone: how many segments there are, and why the writer turned itself off. */
  static final int SEGMENT_COUNT = 1024;

  static final int STOP_REASON = 2048;
  static final int STOP_REASON_MAX = 1024;

  static final int FIRST_SEGMENT_CHUNKS = 16;
  static final int LARGEST_SEGMENT_CHUNKS = 512;

  static final int CHUNK = 32 * 1024;
  static final int CHUNK_HEADER = 32;
  static final int CHUNK_EVENTS = CHUNK - CHUNK_HEADER;
  static final int CHUNK_SEQUENCE = 8;
  static final int CHUNK_OWNER = 16;

  /** What is longer stands in the payload file. */
  static final int INLINE = 2048;

  /** A definition that is longer stands in the payload file. */
  static final int INLINE_RECORD = 4096;

  /** A check follows after at most so many bytes, and after any record longer than the second. */
  static final int CHECK_EVERY = 512;

  static final int CHECK_AFTER = 64;

  static final int LARGEST_KIND = 100;
  static final int LANE = 101;
  static final int CHECK = 102;
  static final int SITE = 103;
  static final int LANE_DEF = 104;
  static final int KIND_DEF = 105;
  static final int CLASS = 106;
  static final int NOTE = 107;
  static final int METHOD_ORDER = 111;
  static final int FIELDS = 108;
  static final int RUN_END = 109;
  static final int SPILLED = 110;
  static final int SEALED = 112;
  static final int REPEAT = 120;
  static final int REPEAT_OTHER = 121;
  static final int SHORT_REPEAT = 128;

  /** Bits of an event's outcome byte. */
  static final int FAILED = 1;

  static final int HAS_PAYLOAD = 2;

  /** Bits in the head of a string, of bytes or of strings. */
  static final int WIDE = 1;

  static final int IN_PAYLOAD = 2;

  private Format() {}

  static String segmentFile(int index) {
    String digits = Integer.toString(index);
    return "lanes-" + "0000".substring(Math.min(4, digits.length())) + digits + ".seg";
  }

  static int segmentChunks(int index) {
    return Math.min(LARGEST_SEGMENT_CHUNKS, FIRST_SEGMENT_CHUNKS << Math.min(index, 16));
  }

  static long segmentSize(int index) {
    return SEGMENT_HEADER + (long) segmentChunks(index) * CHUNK;
  }

  static long sequence(int segment, int chunk, long runIdLow) {
    return ((long) segment << 32 | chunk) ^ runIdLow;
  }

  /** The running state at the start of a chunk. */
  static long start(long sequence) {
    return fold(fold(0x7461_7065_6465_636bL, sequence), ~sequence);
  }

  /** The running state after eight more bytes. For each of them it is a bijection of the state before. */
  static long fold(long state, long word) {
    long mixed = (state ^ word) * 0x9e37_79b9_7f4a_7c15L;
    return mixed ^ mixed >>> 32;
  }

  /** The checksum of bytes outside any chunk. */
  static int checksum(byte[] bytes, int offset, int length) {
    long state = start(length);
    for (int i = 0; i < length; i += 8) {
      long word = 0;
      for (int b = Math.min(8, length - i) - 1; b >= 0; b--) {
        word = word << 8 | (bytes[offset + i + b] & 0xff);
      }
      state = fold(state, word);
    }
    return (int) state;
  }

  /** The checksum of bytes in the payload file. CRC-32C is no faster, and costs 8 ms the first time on JDK 25. */
  static int crc(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }

  static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  static int varintSize(long value) {
    return (70 - Long.numberOfLeadingZeros(value | 1)) / 7;
  }
}
