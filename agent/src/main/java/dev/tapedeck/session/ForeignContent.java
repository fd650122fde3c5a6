package dev.tapedeck.session;

import dev.tapedeck.boundary.Writes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** What an open file holds, wherever that is known from. */
sealed interface ForeignContent {

  long length();

  /** Up to so many bytes from there on: fewer at the end, none behind it. */
  byte[] bytes(long from, long most);

  /** What a record says. */
  record Recorded(byte[] all) implements ForeignContent {
    @Override
    public long length() {
      return all.length;
    }

    @Override
    public byte[] bytes(long from, long most) {
      int start = (int) Math.min(from, all.length);
      return Arrays.copyOfRange(all, start, start + (int) Math.min(most, all.length - start));
    }
  }

  /** What the program has left there so far, whichever way it wrote it. */
  record Kept(String path) implements ForeignContent {
    @Override
    public long length() {
      try {
        return Writes.length(path);
      } catch (IOException trouble) {
        throw new UncheckedIOException(trouble);
      }
    }

    @Override
    public byte[] bytes(long from, long most) {
      try {
        return Writes.read(path, from, most);
      } catch (IOException trouble) {
        throw new UncheckedIOException(trouble);
      }
    }

    /** Whether it is what a record says. */
    boolean is(byte[] recorded) {
      return length() == recorded.length && Arrays.equals(bytes(0, recorded.length), recorded);
    }
  }
}
