package dev.tapedeck.session;

import dev.tapedeck.tape.Payload;
import java.lang.ref.Reference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file that a program has open and whose content another tool has recorded. */
final class ForeignFile {

  static final Payload NOTHING = Payload.of(new byte[0]);

  final String path;
  final Lane lane;

  /** What the program has in its hands. */
  @Nullable
  Object handle;

  /** What it reads; null where it has been opened to be written and not read yet. */
  private byte @Nullable [] content;

  private long place;
  private long length;

  ForeignFile(String path, Lane lane, long place, long length) {
    this.path = path;
    this.lane = lane;
    this.place = place;
    this.length = length;
  }

  /** Whether the program has closed it. */
  boolean isClosed() {
    return handle instanceof Reference<?> open && open.refersTo(null);
  }

  boolean isReadable() {
    return content != null;
  }

  void holds(byte[] bytes) {
    content = bytes;
    length = Math.max(length, bytes.length);
  }

  long length() {
    return length;
  }

  long place() {
    return place;
  }

  void goTo(long where) {
    place = where;
  }

  void hasLength(long now) {
    length = now;
  }

  /** So many bytes are written there, or where it stands. */
  void writes(long position, long count) {
    long from = position < 0 ? place : position;
    length = Math.max(length, from + count);
    if (position < 0) {
      place += count;
    }
  }

  /** Up to so many bytes from there on, or from where it stands; null at the end. */
  @Nullable
  Payload read(long position, long most) {
    byte[] bytes = content == null ? new byte[0] : content;
    long from = position < 0 ? place : position;
    if (most == 0) {
      return NOTHING;
    }
    if (from >= bytes.length) {
      return null;
    }
    int count = (int) Math.min(most, bytes.length - from);
    if (position < 0) {
      place += count;
    }
    return Payload.of(Arrays.copyOfRange(bytes, (int) from, (int) from + count));
  }

  /** A part of it in memory: zeros where it has no bytes. */
  Payload mapped(long position, long size) {
    byte[] part = new byte[Math.toIntExact(size)];
    byte[] bytes = content == null ? new byte[0] : content;
    if (position < bytes.length) {
      System.arraycopy(
          bytes, (int) position, part, 0, (int) Math.min(size, bytes.length - position));
    }
    return Payload.of(part);
  }

  /** The next line, without its end; null at the end. */
  @Nullable
  Payload line() {
    byte[] bytes = content == null ? new byte[0] : content;
    int from = (int) Math.min(place, bytes.length);
    if (from == bytes.length) {
      return null;
    }
    int end = from;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    place = Math.min(bytes.length, end + 1);
    if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') {
      place++;
    }
    return Payload.of(Arrays.copyOfRange(bytes, from, end));
  }
}
