package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a response's body, in the buffers that the client has read it into, or its end. */
final class HttpClientPiece extends Arrival {

  private static final String NEXT = "next";
  private static final String END = "end";

  private final HttpClientBody body;
  /** Null for the end. */
  private final @Nullable List<ByteBuffer> buffers;

  private final int length;

  private HttpClientPiece(
      HttpClientBody body, @Nullable List<ByteBuffer> buffers, @Nullable Throwable failure) {
    super(Kinds.HTTP_RECEIVE, failure);
    this.body = body;
    this.buffers = buffers;
    int sum = 0;
    for (ByteBuffer buffer : buffers == null ? List.<ByteBuffer>of() : buffers) {
      sum += buffer.remaining();
    }
    this.length = sum;
  }

  /** The buffers are the program's from now on, as they would be without us. */
  static HttpClientPiece come(HttpClientBody body, List<ByteBuffer> piece) {
    List<ByteBuffer> buffers = new ArrayList<>(piece.size());
    for (ByteBuffer buffer : piece) {
      buffers.add(buffer.slice().asReadOnlyBuffer());
    }
    return new HttpClientPiece(body, List.copyOf(buffers), null);
  }

  static HttpClientPiece end(HttpClientBody body) {
    return new HttpClientPiece(body, null, null);
  }

  static HttpClientPiece failed(HttpClientBody body, Throwable failure) {
    return new HttpClientPiece(body, null, failure);
  }

  static HttpClientPiece again(HttpClientBody body, String what, Told answer) throws IOException {
    if (what.equals(END)) {
      return end(body);
    }
    if (!what.startsWith(NEXT)) {
      throw new IOException("the tape holds " + what + " of a body");
    }
    byte[] told = answer.bytesAt(2);
    byte[] bytes = told == null ? new byte[0] : told;
    if (body.json != null) {
      body.json.told(bytes, 0, bytes.length);
    }
    String[] words = what.substring(NEXT.length()).split(" ", -1);
    List<ByteBuffer> buffers = new ArrayList<>(words.length - 1);
    int at = 0;
    for (int i = 1; i < words.length; i++) {
      int length = Integer.parseInt(words[i]);
      buffers.add(ByteBuffer.wrap(bytes, at, length).slice().asReadOnlyBuffer());
      at += length;
    }
    return new HttpClientPiece(body, List.copyOf(buffers), null);
  }

  @Override
  public void ask(FieldSink question) {
    question.putString(manner(what()));
    question.putLong(length);
  }

  private String what() {
    List<ByteBuffer> parts = buffers;
    if (parts == null) {
      return failure() == null ? END : NEXT;
    }
    StringBuilder what = new StringBuilder(NEXT);
    for (ByteBuffer buffer : parts) {
      what.append(' ').append(buffer.remaining());
    }
    return what.toString();
  }

  @Override
  public void tell(FieldSink answer) {
    answer.putLong(body.wire.number);
    answer.putLong(buffers == null ? -1 : length);
    HttpStreams.put(body.json, answer, bytes(), 0, length);
  }

  private byte[] bytes() {
    byte[] bytes = body.scratch(length);
    int at = 0;
    for (ByteBuffer buffer : buffers == null ? List.<ByteBuffer>of() : buffers) {
      int count = buffer.remaining();
      buffer.duplicate().get(bytes, at, count);
      at += count;
    }
    return bytes;
  }

  @Override
  public boolean isDue() {
    return buffers == null || body.isWanted();
  }

  @Override
  public boolean mayFollow() {
    return failure() == null;
  }

  @Override
  public void happen() {
    Throwable failed = failure();
    List<ByteBuffer> parts = buffers;
    if (failed != null) {
      body.failed(failed);
    } else if (parts == null) {
      body.complete();
    } else {
      body.next(parts);
    }
  }
}
