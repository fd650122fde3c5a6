package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** What a connection of Apache's HttpClient 5 tells of its other end: protocol and TLS session. */
final class ApacheEndpoint extends Door {

  private final String client;

  ApacheEndpoint(String client) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.client = client;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(client);
    question.putString("");
    question.putString("");
    question.putString("endpoint");
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    List<String> facts = new ArrayList<>();
    if (result != null) {
      Object protocol = Offsets.reference(result, "protocol");
      facts.add(protocol == null ? "" : protocol.toString());
      if (Offsets.reference(result, "sslSession") instanceof SSLSession session) {
        facts.addAll(List.of(HttpUrlHandshake.facts(session)));
      }
    }
    answer.putStrings(facts.toArray(new String[0]));
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) throws Throwable {
    String[] facts = answer.stringsAt(0);
    Object library = crossing.self;
    if (facts == null || facts.length == 0 || library == null) {
      return null;
    }
    Object version = null;
    if (!facts[0].isEmpty()) {
      int[] numbers = ApacheVersion.numbers(facts[0]);
      version = Members.make(
          Members.type(library, "org.apache.hc.core5.http.HttpVersion"), numbers[0], numbers[1]);
    }
    List<String> tls = List.of(facts).subList(1, facts.length);
    return Members.make(
        Members.type(library, "org.apache.hc.client5.http.EndpointInfo"),
        version,
        tls.isEmpty() ? null : new ToldSession(tls.toArray(new String[0])));
  }
}
