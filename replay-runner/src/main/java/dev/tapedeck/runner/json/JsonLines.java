package dev.tapedeck.runner.json;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a JSON tape, one in memory at a time; blank ones are passed over. */
final class JsonLines {
  private static final int LONGEST = Integer.MAX_VALUE - 64;

  private final String name;
  private final InputStream in;
  private final Blake3 above = new Blake3();
  private final byte[] piece = new byte[1 << 16];
  private int pieceAt;
  private int pieceEnd;
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean newline;
  private long number;

  JsonLines(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** Goes to the next line that is not blank; false at the end. */
  boolean advance() {
    try {
      do {
        if (!read()) {
          return false;
        }
      } while (isBlank());
      return true;
    } catch (IOException e) {
      throw new Trouble("cannot read " + name + ": " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      line = new byte[0];
      throw trouble("the line is too long for the memory there is: give java more with -Xmx");
    }
  }

  /** Holds the line from 0 to {@link #length}; used again for the next. */
  byte[] line() {
    return line;
  }

  /** Without the newline. */
  int length() {
    return length;
  }

  /** Digest of all bytes above the line; may be asked for once. */
  String digestAbove() {
    return above.finish();
  }

  Trouble trouble(String what) {
    return new Trouble(place() + ": " + what);
  }

  /** From 1. */
  long number() {
    return number;
  }

  /** Which line of which file. */
  String place() {
    return name + ":" + number;
  }

  private boolean read() throws IOException {
    if (number > 0) {
      above.update(line, 0, length + (newline ? 1 : 0));
    }
    length = 0;
    newline = false;
    number++;
    while (pieceAt < pieceEnd || fill()) {
      int end = pieceAt;
      while (end < pieceEnd && piece[end] != '\n') {
        end++;
      }
      append(piece, pieceAt, end - pieceAt);
      newline = end < pieceEnd;
      pieceAt = newline ? end + 1 : end;
      if (newline) {
        line[length] = '\n';
        return true;
      }
    }
    return length > 0;
  }

  private boolean fill() throws IOException {
    pieceAt = 0;
    pieceEnd = Math.max(0, in.read(piece));
    return pieceEnd > 0;
  }

  /** There is always room for a newline behind it. */
  private void append(byte[] bytes, int offset, int count) {
    int needed = length + count + 1;
    if (needed > line.length || needed < 0) {
      if (needed > LONGEST || needed < 0) {
        throw trouble("the line is longer than " + LONGEST + " bytes");
      }
      line = Arrays.copyOf(line, (int) Math.min(LONGEST, Math.max(needed, 2L * line.length)));
    }
    System.arraycopy(bytes, offset, line, length, count);
    length += count;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      byte b = line[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
