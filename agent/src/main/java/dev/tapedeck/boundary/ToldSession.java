package dev.tapedeck.boundary;

import java.io.ByteArrayInputStream;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/** A TLS session as far as the tape tells of it: who the server was, and how it was spoken with. */
final class ToldSession implements SSLSession {

  private static final int CERTIFICATES = 4;
  private static final int PACKET = 16709; // SSLRecord.maxRecordSize
  private static final int APPLICATION = 16384;

  private final String[] facts;
  private final Map<String, Object> values = new HashMap<>();

  ToldSession(String[] facts) {
    this.facts = facts;
  }

  @Override
  public String getProtocol() {
    return facts[0];
  }

  @Override
  public String getCipherSuite() {
    return facts[1];
  }

  @Override
  public String getPeerHost() {
    return facts[2];
  }

  @Override
  public int getPeerPort() {
    return Integer.parseInt(facts[3]);
  }

  @Override
  public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
    List<Certificate> certificates = new ArrayList<>();
    for (int i = CERTIFICATES; i < facts.length; i++) {
      try {
        byte[] bytes = Base64.getDecoder().decode(facts[i]);
        certificates.add(CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes)));
      } catch (CertificateException damaged) {
        throw new IllegalStateException("a certificate on the tape is damaged", damaged);
      }
    }
    if (certificates.isEmpty()) {
      throw new SSLPeerUnverifiedException("peer not authenticated");
    }
    return certificates.toArray(new Certificate[0]);
  }

  @Override
  public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
    return ((X509Certificate) getPeerCertificates()[0]).getSubjectX500Principal();
  }

  @Override
  public Certificate @Nullable [] getLocalCertificates() {
    return null;
  }

  @Override
  public @Nullable Principal getLocalPrincipal() {
    return null;
  }

  @Override
  public byte[] getId() {
    return new byte[0];
  }

  @Override
  public @Nullable SSLSessionContext getSessionContext() {
    return null;
  }

  @Override
  public long getCreationTime() {
    return 0;
  }

  @Override
  public long getLastAccessedTime() {
    return 0;
  }

  @Override
  public void invalidate() {}

  @Override
  public boolean isValid() {
    return true;
  }

  @Override
  public void putValue(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public @Nullable Object getValue(String name) {
    return values.get(name);
  }

  @Override
  public void removeValue(String name) {
    values.remove(name);
  }

  @Override
  public String[] getValueNames() {
    return values.keySet().toArray(new String[0]);
  }

  @Override
  public int getPacketBufferSize() {
    return PACKET;
  }

  @Override
  public int getApplicationBufferSize() {
    return APPLICATION;
  }
}
