package dev.tapedeck.runner.series;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes of a stream one by one as they come, passed on meanwhile; with the line they are in. */
final class PrintedBytes {
  private static final int LINE_SHOWN = 120;

  private final InputStream from;
  private final OutputStream to;
  private final MessageDigest digest = sha256();
  private final byte[] piece = new byte[1 << 16];
  private final byte[] line = new byte[LINE_SHOWN];
  private boolean isPassedOn = true;
  private int length;
  private int next;
  private int inLine;
  private long lines = 1;
  private long count;

  PrintedBytes(InputStream from, OutputStream to) {
    this.from = from;
    this.to = to;
  }

  /** The next byte, which stays; -1 at the end. */
  int peek() {
    return next < length || more() ? piece[next] & 0xff : -1;
  }

  /** Takes the byte that was looked at. */
  void take() {
    byte one = piece[next++];
    count++;
    if (one == '\n') {
      lines++;
      inLine = 0;
    } else if (inLine < LINE_SHOWN) {
      line[inLine++] = one;
    }
  }

  private boolean more() {
    next = 0;
    try {
      length = Math.max(0, from.read(piece));
    } catch (IOException e) {
      length = 0; // A child that has ended may leave its pipe so.
    }
    digest.update(piece, 0, length);
    passOn();
    return length > 0;
  }

  private void passOn() {
    if (isPassedOn) {
      try {
        to.write(piece, 0, length);
        to.flush();
      } catch (IOException e) {
        isPassedOn = false; // As head does when it has enough. The comparison goes on.
      }
    }
  }

  /** How many have come. */
  long count() {
    return count;
  }

  /** The line of the next one, from 1. */
  long line() {
    return lines;
  }

  /** The beginning of that line, up to the next byte. */
  String lineSoFar() {
    return new String(line, 0, inLine, Charset.defaultCharset());
  }

  /** What is at hand of the line from the next byte on. */
  String restOfLine() {
    return restOfLine(piece, next, length);
  }

  /** What is there of a line from a byte on, as much as anybody wants to read. */
  static String restOfLine(byte[] bytes, int from, int end) {
    int to = from;
    while (to < end && to < from + LINE_SHOWN && bytes[to] != '\n') {
      to++;
    }
    return new String(bytes, from, to - from, Charset.defaultCharset());
  }

  /** Takes all the rest; the digest of everything. */
  byte[] finish() {
    do {
      next = length;
    } while (more());
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
