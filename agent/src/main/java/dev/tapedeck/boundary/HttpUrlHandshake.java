package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** The TLS handshake of {@code HttpsURLConnection}; the server's certificates are on the tape. */
final class HttpUrlHandshake extends Door {

  private final HttpSecrets secrets;

  HttpUrlHandshake(HttpSecrets secrets) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.secrets = secrets;
  }

  private static Object client(Crossing crossing) {
    if (crossing.self == null) {
      throw new IllegalStateException("nobody asks");
    }
    return crossing.self;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(HttpUrlConnections.CLIENT);
    question.putString("");
    question.putString(secrets.uri(HttpUrlConnections.uri(client(crossing))));
    question.putString("handshake");
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    Object session = Offsets.reference(client(crossing), "session");
    answer.putStrings(session instanceof SSLSession known ? facts(known) : new String[0]);
  }

  /** Protocol, cipher suite, the server's name and port, its certificates. */
  static String[] facts(SSLSession session) {
    List<String> facts = new ArrayList<>();
    facts.add(session.getProtocol());
    facts.add(session.getCipherSuite());
    facts.add(String.valueOf(session.getPeerHost()));
    facts.add(Integer.toString(session.getPeerPort()));
    try {
      for (Certificate certificate : session.getPeerCertificates()) {
        facts.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
      }
    } catch (SSLPeerUnverifiedException | CertificateEncodingException none) {
      // the program is told the same when it asks for them
    }
    return facts.toArray(new String[0]);
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) {
    String[] facts = answer.stringsAt(0);
    if (facts != null && facts.length > 0) {
      Offsets.put(client(crossing), "session", new ToldSession(facts));
    }
    return null;
  }
}
