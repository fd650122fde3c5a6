package dev.tapedeck.boundary;

/** What is asked of the network for one exchange of the JDK's {@code HttpClient}. */
abstract class HttpClientOutward extends Outward {

  final HttpClientWire wire;

  HttpClientOutward(HttpClientWire wire) {
    this.wire = wire;
  }

  @Override
  public final HttpClientWire wire() {
    return wire;
  }

  @Override
  public final int site() {
    HttpClientSend send = HttpClientSend.of(wire.multi());
    return send == null ? 0 : send.site();
  }
}
