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
  private final int @Nullable [] lengths;
  private final byte[] bytes;

  private HttpClientPiece(
      HttpClientBody body, int @Nullable [] lengths, byte[] bytes, @Nullable Throwable failure) {
    super(Kinds.HTTP_RECEIVE, failure);
    this.body = body;
    this.lengths = lengths;
    this.bytes = bytes;
  }

  static HttpClientPiece come(HttpClientBody body, List<ByteBuffer> piece) {
    int[] lengths = new int[piece.size()];
    int length = 0;
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = piece.get(i).remaining();
      length += lengths[i];
    }
    byte[] bytes = new byte[length];
    int at = 0;
    for (ByteBuffer buffer : piece) {
      int count = buffer.remaining();
      buffer.get(bytes, at, count);
      at += count;
    }
    return new HttpClientPiece(body, lengths, bytes, null);
  }

  static HttpClientPiece end(HttpClientBody body) {
    return new HttpClientPiece(body, null, new byte[0], null);
  }

  static HttpClientPiece failed(HttpClientBody body, Throwable failure) {
    return new HttpClientPiece(body, null, new byte[0], failure);
  }

  static HttpClientPiece again(HttpClientBody body, String what, Told answer) throws IOException {
    if (what.equals(END)) {
      return end(body);
    }
    if (!what.startsWith(NEXT)) {
      throw new IOException("the tape holds " + what + " of a body");
    }
    String[] words = what.substring(NEXT.length()).split(" ", -1);
    int[] lengths = new int[words.length - 1];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Integer.parseInt(words[i + 1]);
    }
    byte[] bytes = answer.bytesAt(2);
    if (bytes != null && body.json != null) {
      body.json.told(bytes, 0, bytes.length);
    }
    return new HttpClientPiece(body, lengths, bytes == null ? new byte[0] : bytes, null);
  }

  @Override
  public void ask(FieldSink question) {
    question.putString(what());
    question.putLong(bytes.length);
  }

  private String what() {
    int[] parts = lengths;
    if (parts == null) {
      return failure() == null ? END : NEXT;
    }
    StringBuilder what = new StringBuilder(NEXT);
    for (int length : parts) {
      what.append(' ').append(length);
    }
    return what.toString();
  }

  @Override
  public void tell(FieldSink answer) {
    answer.putLong(body.wire.number);
    answer.putLong(lengths == null ? -1 : bytes.length);
    HttpStreams.put(body.json, answer, bytes, 0, bytes.length);
  }

  @Override
  public boolean isDue() {
    return lengths == null || body.isWanted();
  }

  @Override
  public boolean isLast() {
    return lengths == null;
  }

  @Override
  public void happen() {
    Throwable failed = failure();
    int[] parts = lengths;
    if (failed != null) {
      body.failed(failed);
    } else if (parts == null) {
      body.complete();
    } else {
      List<ByteBuffer> buffers = new ArrayList<>(parts.length);
      int at = 0;
      for (int length : parts) {
        buffers.add(ByteBuffer.wrap(bytes, at, length).slice().asReadOnlyBuffer());
        at += length;
      }
      body.next(List.copyOf(buffers));
    }
  }
}
