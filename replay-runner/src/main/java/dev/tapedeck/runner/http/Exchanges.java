package dev.tapedeck.runner.http;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All exchanges of a tape. */
public final class Exchanges {
  private final Map<String, Exchange> byPlace = new LinkedHashMap<>();
  private final Map<Long, Exchange> byNumber = new HashMap<>();

  /** What lanes have sent of the body of the exchange that they make next. */
  private final Map<Integer, List<Exchange.Piece>> next = new HashMap<>();

  /** What was sent, in whichever lane, of the body of the exchange of that number. */
  private final Map<Long, List<Exchange.Piece>> ahead = new HashMap<>();

  private Exchanges() {}

  /** Goes through the whole tape, if it may hold any. */
  public static Exchanges of(TapeReader tape) {
    Exchanges exchanges = new Exchanges();
    if (tape.kinds().stream().anyMatch(kind -> kind.id() == Kinds.HTTP_EXCHANGE.id())) {
      for (Iterator<Event> events = tape.merged(); events.hasNext(); ) {
        exchanges.learn(events.next());
      }
    }
    return exchanges;
  }

  /** In the order of the heads of their responses. */
  public Collection<Exchange> all() {
    return byPlace.values();
  }

  /** The exchange that the event is; null for another event. */
  public @Nullable Exchange at(Event event) {
    return byPlace.get(place(event));
  }

  private static String place(Event event) {
    return event.lane() + ":" + event.ordinal();
  }

  private void learn(Event event) {
    int id = event.kind().id();
    if (id == Kinds.HTTP_EXCHANGE.id()) {
      Exchange exchange = new Exchange(event);
      next.getOrDefault(event.lane(), List.of()).forEach(exchange::send);
      next.remove(event.lane());
      byPlace.put(place(event), exchange);
      if (exchange.number() != 0) {
        ahead.getOrDefault(exchange.number(), List.of()).forEach(exchange::send);
        byNumber.put(exchange.number(), exchange);
      }
    } else if (id == Kinds.HTTP_SEND.id()) {
      sent(event);
    } else if (id == Kinds.HTTP_RECEIVE.id()) {
      received(event);
    }
  }

  private void sent(Event event) {
    if (!(event.question()[1] instanceof Payload bytes) || event.failure() != null) {
      return;
    }
    Exchange.Piece piece = new Exchange.Piece(event.stampNs(), bytes);
    long number = event.answer()[0] instanceof Long told ? told : 0;
    Exchange known = byNumber.get(number);
    if (known != null) {
      known.send(piece);
    } else if (number != 0) {
      ahead.computeIfAbsent(number, exchange -> new ArrayList<>()).add(piece);
    } else {
      next.computeIfAbsent(event.lane(), lane -> new ArrayList<>()).add(piece);
    }
  }

  private void received(Event event) {
    Exchange exchange = event.answer().length > 0 && event.answer()[0] instanceof Long number
        ? byNumber.get(number)
        : lastOf(event.lane());
    if (exchange == null) {
      return;
    }
    if (event.failure() != null) {
      exchange.breaks(event.failure());
    } else if (event.answer()[2] instanceof Payload bytes && bytes.length() > 0) {
      exchange.receive(new Exchange.Piece(event.stampNs(), bytes));
    } else if (Long.valueOf(-1).equals(event.answer()[1])) {
      exchange.ends();
    }
  }

  /** A failure does not say of which exchange: it is most likely the lane's last. */
  private @Nullable Exchange lastOf(int lane) {
    Exchange last = null;
    for (Map.Entry<String, Exchange> entry : byPlace.entrySet()) {
      last = entry.getKey().startsWith(lane + ":") ? entry.getValue() : last;
    }
    return last;
  }
}
