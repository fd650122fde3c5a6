package dev.tapedeck.runner.http;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One request of the program, and what came of it. */
public final class Exchange {

  /** A piece of a body, and when the program had it. */
  public record Piece(long stampNs, Payload bytes) {}

  private static final int BODY = 5;
  private static final long NS_PER_MS = 1_000_000;

  private final Event event;
  private final List<Piece> sent = new ArrayList<>();
  private final List<Piece> received = new ArrayList<>();
  private @Nullable Failure broken;
  private boolean ended;

  Exchange(Event event) {
    this.event = event;
  }

  void send(Piece piece) {
    sent.add(piece);
  }

  void receive(Piece piece) {
    received.add(piece);
  }

  void ends() {
    ended = true;
  }

  void breaks(Failure failure) {
    broken = failure;
  }

  private @Nullable Object question(int field) {
    return event.question()[field];
  }

  private @Nullable Object answer(int field) {
    return event.answer().length > field ? event.answer()[field] : null;
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }

  /** Which client library asked. */
  public String client() {
    return text(question(0));
  }

  public String method() {
    return text(question(1));
  }

  public String uri() {
    return text(question(2));
  }

  public Headers requestHeaders() {
    return Headers.of(question(3), question(4));
  }

  /** The pieces of the request's body; one where it was sent at once. */
  public List<Piece> request() {
    if (sent.isEmpty() && question(BODY) instanceof Payload whole) {
      return List.of(new Piece(event.stampNs(), whole));
    }
    return sent;
  }

  /** Its number; 0 where there was no response. */
  public long number() {
    return number(answer(0));
  }

  /** From the request's last byte, or its first where it was sent at once, to the response's head. */
  public long latencyMs() {
    return number(answer(1)) / NS_PER_MS;
  }

  public String version() {
    return text(answer(2));
  }

  /** -1 where there was no response. */
  public long status() {
    return event.failure() == null ? number(answer(3)) : -1;
  }

  public String reason() {
    return text(answer(4)).strip();
  }

  public Headers headers() {
    return Headers.of(answer(5), answer(6));
  }

  /** The pieces of the response's body, as the program got them. */
  public List<Piece> response() {
    return received;
  }

  /** Whether the program has read the response's body to its end. */
  public boolean isWhole() {
    return ended;
  }

  /** What went wrong, before the head or in the body; null where nothing did. */
  public @Nullable Failure failure() {
    return event.failure() == null ? broken : event.failure();
  }

  /** When its head was there, on the tape's clock. */
  public long stampNs() {
    return event.stampNs();
  }

  /** When its last piece was there, on the tape's clock. */
  public long endNs() {
    return received.isEmpty() ? stampNs() : received.get(received.size() - 1).stampNs();
  }

  /** How long it took, the body too. */
  public long durationMs() {
    return latencyMs() + (endNs() - stampNs()) / NS_PER_MS;
  }

  /** The bytes of all pieces. */
  public static byte[] whole(List<Piece> pieces) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (Piece piece : pieces) {
      whole.writeBytes(piece.bytes().bytes());
    }
    return whole.toByteArray();
  }

  /** How many bytes all pieces have. */
  public static long length(List<Piece> pieces) {
    return pieces.stream().mapToLong(piece -> piece.bytes().length()).sum();
  }

  /** The response's body as people read it: unpacked, where it came packed. */
  public byte[] readable() {
    byte[] bytes = whole(received);
    String coding = headers().first("content-encoding").toLowerCase(Locale.ROOT);
    if (!coding.equals("gzip")) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException notPackedOrCut) {
      return bytes;
    }
  }
}
