package dev.tapedeck.runner.json;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes on a thread of its own: while it hashes, compresses and writes one piece, the next is made. Some pieces are in
 * memory at a time. What goes wrong over there is thrown at the next piece here, and at the end at the latest.
 */
final class HandedOver extends OutputStream {
  private static final int PIECE_BYTES = 1 << 16;
  private static final int PIECES = 4;

  private final OutputStream out;
  private final BlockingQueue<Piece> empty = new ArrayBlockingQueue<>(PIECES);
  private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES + 1);
  private final Thread writer = new Thread(this::writeAll, "writer");
  private Piece piece = new Piece();
  private boolean ended;
  private volatile @Nullable Throwable failure;

  HandedOver(OutputStream out) {
    this.out = out;
    for (int i = 1; i < PIECES; i++) {
      empty.add(new Piece());
    }
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      if (piece.length == PIECE_BYTES) {
        piece = next();
      }
      int count = Math.min(length - done, PIECE_BYTES - piece.length);
      System.arraycopy(bytes, offset + done, piece.bytes, piece.length, count);
      piece.length += count;
      done += count;
    }
  }

  /** Waits until all is written; more cannot be. The stream beneath is neither flushed nor closed. */
  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    try {
      full.put(piece);
      full.put(Piece.LAST);
      writer.join();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    throwFailure();
  }

  private Piece next() throws IOException {
    throwFailure();
    try {
      full.put(piece);
      return empty.take();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }

  private void throwFailure() throws IOException {
    Throwable thrown = failure;
    if (thrown instanceof IOException) {
      // one of its own each time: who closes what has failed may find both
      throw new IOException(thrown.getMessage(), thrown);
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  /** After a failure too all pieces are taken, so that nobody waits for room. */
  private void writeAll() {
    try {
      for (Piece next = full.take(); next != Piece.LAST; next = full.take()) {
        if (failure == null) {
          write(next);
        }
        next.length = 0;
        empty.put(next);
      }
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Piece next) {
    try {
      out.write(next.bytes, 0, next.length);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  private static final class Piece {
    static final Piece LAST = new Piece();

    final byte[] bytes = new byte[PIECE_BYTES];
    int length;
  }
}
