package dev.tapedeck.runner.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import java.nio.file.Path;
import java.util.List;

/** A tape with exchanges on it. */
public final class ExchangeTape {
  private static final long MS = 1_000_000;

  private final TapeWriter tape;
  private final ChunkWriter events;
  private long now = System.nanoTime();
  private long exchange;

  /** Begins one beneath the base. */
  public ExchangeTape(Path base) {
    tape = TapeWriter.create(base, new Fields());
    tape.defineLane(0, -1, 0, "main");
    events = tape.newChunkWriter();
    events.lane(0, 0);
  }

  /** A request, its response's type, and the pieces of that response. */
  public ExchangeTape asked(String uri, String body, String type, String... pieces) {
    exchange++;
    EventWriter event = events
        .begin(Kinds.HTTP_EXCHANGE, 0, now += 20 * MS)
        .putString("some client")
        .putString("POST")
        .putString(uri)
        .putStrings(List.of("Content-Type"))
        .putStrings(List.of("application/json"))
        .putBytes(body.getBytes(UTF_8))
        .putLong(exchange)
        .putLong(10 * MS)
        .putString("HTTP/1.1")
        .putLong(200)
        .putString("OK")
        .putStrings(List.of("content-type"))
        .putStrings(List.of(type))
        .putStrings(List.of());
    event.commit();
    for (String piece : pieces) {
      receive(piece.length(), piece.getBytes(UTF_8));
    }
    receive(-1, new byte[0]);
    return this;
  }

  private void receive(int count, byte[] bytes) {
    events
        .begin(Kinds.HTTP_RECEIVE, 0, now += 5 * MS)
        .putString("read")
        .putLong(8192)
        .putLong(exchange)
        .putLong(count)
        .putBytes(bytes)
        .commit();
  }

  /** The tape, to read. */
  public TapeReader read() {
    events.release();
    tape.close();
    return TapeReader.open(tape.directory());
  }
}
