package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How things stood when an exchange failed. */
final class HttpClientFacts extends Arrival {

  private static final String CANCELS = "cancels=";
  private static final String SENT = "sent=";
  private static final String GIVEN_UP = "given up";
  private static final String UNPROCESSED = "unprocessed";

  private final HttpClientWire wire;
  private final List<String> facts;

  HttpClientFacts(HttpClientWire wire, String @Nullable [] facts) {
    super(Kinds.HTTP_CONNECT, null);
    this.wire = wire;
    this.facts = facts == null ? List.of() : List.of(facts);
  }

  /** As they stand now. */
  static HttpClientFacts now(HttpClientWire wire) {
    List<String> facts = new ArrayList<>();
    facts.add(CANCELS + wire.cancels());
    facts.add(SENT + wire.sentPieces());
    if (Offsets.truth(wire.multi(), "cancelled")) {
      facts.add(GIVEN_UP);
    }
    Object impl = Offsets.reference(wire.exchange(), "exchImpl");
    if (impl != null
        && Offsets.has(impl.getClass().getSuperclass(), "unprocessedByPeer")
        && Offsets.truth(impl, "unprocessedByPeer")) {
      facts.add(UNPROCESSED);
    }
    return new HttpClientFacts(wire, facts.toArray(new String[0]));
  }

  @Override
  public void ask(FieldSink question) {
    wire.request.askFor("failed", question);
  }

  @Override
  public void tell(FieldSink answer) {
    answer.putStrings(facts.toArray(new String[0]));
  }

  @Override
  public boolean isDue() {
    return wire.cancels() >= number(CANCELS) && wire.sentPieces() >= number(SENT);
  }

  private int number(String name) {
    for (String fact : facts) {
      if (fact.startsWith(name)) {
        return Integer.parseInt(fact.substring(name.length()));
      }
    }
    return 0;
  }

  /** What the client has noted of itself meanwhile. */
  @Override
  public void happen() {
    if (facts.contains(GIVEN_UP)) {
      Offsets.put(wire.multi(), "cancelled", true);
    }
    if (facts.contains(UNPROCESSED)) {
      Object impl = HttpClientHead.standIn(wire.exchange());
      Offsets.put(impl, "unprocessedByPeer", true);
    }
  }
}
