package dev.tapedeck.session;

import dev.tapedeck.tape.Payload;
import java.lang.ref.Reference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file that a program has open and whose content another tool has recorded. */
final class ForeignFile {

  static final Payload NOTHING = Payload.of(new byte[0]);

  /** As much as a line is looked for in at once. */
  private static final int PIECE = 8192;

  final String path;
  final Lane lane;

  /** What the program has in its hands. */
  @Nullable
  Object handle;

  /** Whether the program has deleted it since: at its path is another one, or none. */
  boolean isGone;

  /** Whether the program has changed it since it was opened, here or elsewhere. */
  boolean hasChanged;

  /** Whether nobody can tell any more what it holds. */
  boolean isLost;

  /** Whether all that is written goes to its end. */
  boolean appends;

  private @Nullable ForeignContent content;
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

  /** What it holds; null where it has been opened to be written and not read yet, or where nobody can tell. */
  @Nullable
  ForeignContent content() {
    return content;
  }

  void holds(@Nullable ForeignContent now) {
    length = now == null ? length : now.length();
    content = now;
  }

  void holds(byte[] bytes) {
    holds(new ForeignContent.Recorded(bytes));
  }

  long length() {
    return content == null ? length : content.length();
  }

  long place() {
    return place;
  }

  void goTo(long where) {
    place = where;
  }

  void hasLength(long now) {
    length = now;
    place = Math.min(place, now);
  }

  /** So many bytes are written there, or where it stands; how long it is then. */
  long writes(long position, long count) {
    long from = position < 0 ? place : position;
    length = Math.max(length(), from + count);
    if (position < 0) {
      place += count;
    }
    return length;
  }

  /** Up to so many bytes from there on, or from where it stands; null at the end. */
  @Nullable
  Payload read(long position, long most) {
    if (most == 0) {
      return NOTHING;
    }
    byte[] bytes = bytes(position < 0 ? place : position, most);
    if (bytes.length == 0) {
      return null;
    }
    if (position < 0) {
      place += bytes.length;
    }
    return Payload.of(bytes);
  }

  /** A part of it in memory: zeros where it has no bytes. */
  Payload mapped(long position, long size) {
    return Payload.of(Arrays.copyOf(bytes(position, size), Math.toIntExact(size)));
  }

  /** The next line, without its end; null at the end. */
  @Nullable
  Payload line() {
    byte[] bytes = bytes(place, PIECE);
    int end = end(bytes);
    while (end + 1 >= bytes.length && place + bytes.length < length()) { // it may end with two
      bytes = bytes(place, 2L * bytes.length);
      end = end(bytes);
    }
    if (bytes.length == 0) {
      return null;
    }
    place += Math.min(bytes.length, end + 1);
    if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') {
      place++;
    }
    return Payload.of(Arrays.copyOf(bytes, end));
  }

  private static int end(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }

  private byte[] bytes(long from, long most) {
    return content == null ? new byte[0] : content.bytes(from, most);
  }
}
