package dev.tapedeck.boundary;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection of OkHttp as far as a program can see it: its protocol, route and TLS handshake. */
final class OkConnection {

  private static final String LOCAL = "local ";
  private static final int CERTIFICATES = 6;

  private OkConnection() {}

  /** Protocol, proxy's type and address, the server's address, TLS version, cipher suite, certificates. */
  static String[] facts(Object connection) {
    try {
      return told(connection);
    } catch (RuntimeException | Error ours) {
      throw ours;
    } catch (Throwable otherVersion) {
      throw new IllegalStateException(otherVersion);
    }
  }

  private static String[] told(Object connection) throws Throwable {
    List<String> facts = new ArrayList<>();
    facts.add(String.valueOf(Offsets.reference(connection, "protocol")));
    Object route = Offsets.reference(connection, "route");
    Proxy proxy = route == null ? null : (Proxy) Offsets.reference(route, "proxy");
    Object address = route == null ? null : Offsets.reference(route, addressField(route));
    facts.add(proxy == null ? "DIRECT" : proxy.type().toString());
    facts.add(proxy == null ? "" : address(proxy.address()));
    facts.add(address(address));
    Object handshake = Offsets.reference(connection, "handshake");
    if (handshake != null) {
      facts.add(
          String.valueOf(Members.call(nonNull(Members.call(handshake, "tlsVersion")), "javaName")));
      facts.add(String.valueOf(
          Members.call(nonNull(Members.call(handshake, "cipherSuite")), "javaName")));
      add(facts, "", Members.call(handshake, "peerCertificates"));
      add(facts, LOCAL, Members.call(handshake, "localCertificates"));
    }
    return facts.toArray(new String[0]);
  }

  private static String addressField(Object route) {
    return Offsets.has(route, "inetSocketAddress") ? "inetSocketAddress" : "socketAddress";
  }

  private static Object nonNull(@Nullable Object object) {
    if (object == null) {
      throw new IllegalStateException("the library told nothing");
    }
    return object;
  }

  private static void add(List<String> facts, String prefix, @Nullable Object certificates)
      throws java.security.cert.CertificateEncodingException {
    if (certificates instanceof Collection<?> all) {
      for (Object one : all) {
        if (one instanceof Certificate certificate) {
          facts.add(prefix + Base64.getEncoder().encodeToString(certificate.getEncoded()));
        }
      }
    }
  }

  /** Host, port, and the address if it is resolved. */
  private static String address(@Nullable Object address) {
    if (!(address instanceof InetSocketAddress known)) {
      return "";
    }
    InetAddress resolved = known.getAddress();
    return known.getPort()
        + " "
        + (resolved == null ? "-" : Base64.getEncoder().encodeToString(resolved.getAddress()))
        + " "
        + (resolved == null || resolved.toString().startsWith("/") ? "" : known.getHostString());
  }

  private static InetSocketAddress address(String fact) throws java.net.UnknownHostException {
    String[] parts = fact.split(" ", 3);
    int port = Integer.parseInt(parts[0]);
    if (parts[1].equals("-")) {
      return InetSocketAddress.createUnresolved(parts[2], port);
    }
    byte[] bytes = Base64.getDecoder().decode(parts[1]);
    return new InetSocketAddress(
        InetAddress.getByAddress(parts[2].isEmpty() ? null : parts[2], bytes), port);
  }

  /** One whose constructor did not run, with what is on the tape. */
  static Object standIn(Object address, String[] facts) throws Throwable {
    Object connection =
        Offsets.allocate(Members.type(address, "okhttp3.internal.connection.RealConnection"));
    Class<?> protocol = Members.type(address, "okhttp3.Protocol");
    Proxy proxy = facts[1].equals("DIRECT")
        ? Proxy.NO_PROXY
        : new Proxy(Proxy.Type.valueOf(facts[1]), address(facts[2]));
    Object route =
        Members.make(Members.type(address, "okhttp3.Route"), address, proxy, address(facts[3]));
    Offsets.put(connection, "route", route);
    Offsets.put(connection, "protocol", Members.callStatic(protocol, "get", facts[0]));
    Offsets.put(connection, "rawSocket", new Socket());
    Offsets.put(connection, "socket", Offsets.reference(connection, "rawSocket"));
    Offsets.putInt(connection, "allocationLimit", 1);
    for (String users : new String[] {"calls", "transmitters", "allocations"}) {
      if (Offsets.has(connection, users)) {
        Offsets.put(connection, users, new ArrayList<Object>());
      }
    }
    if (facts.length >= CERTIFICATES) {
      Offsets.put(connection, "handshake", handshake(address, facts));
    }
    return connection;
  }

  private static @Nullable Object handshake(Object library, String[] facts) throws Throwable {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> peer = new ArrayList<>();
    List<Certificate> local = new ArrayList<>();
    for (int i = CERTIFICATES; i < facts.length; i++) {
      boolean isLocal = facts[i].startsWith(LOCAL);
      String encoded = isLocal ? facts[i].substring(LOCAL.length()) : facts[i];
      (isLocal ? local : peer)
          .add(factory.generateCertificate(
              new ByteArrayInputStream(Base64.getDecoder().decode(encoded))));
    }
    Object version =
        Members.callStatic(Members.type(library, "okhttp3.TlsVersion"), "forJavaName", facts[4]);
    Object suite =
        Members.callStatic(Members.type(library, "okhttp3.CipherSuite"), "forJavaName", facts[5]);
    return Members.callStatic(
        Members.type(library, "okhttp3.Handshake"), "get", version, suite, peer, local);
  }
}
