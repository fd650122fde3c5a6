package dev.tapedeck.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** A call of {@code send} or {@code sendAsync} of the JDK's {@code HttpClient}. */
public final class HttpClientSend {

  /** By what runs the exchanges of the call. */
  private static final Map<Object, HttpClientSend> SENDS = new WeakHashMap<>();

  private final int site;

  /** The call within which this one is made, of the same thread. */
  private final @Nullable HttpClientSend outer;

  /** What must not happen before the call has returned; null once it has. */
  private @Nullable List<Wire> held = new ArrayList<>();

  private HttpClientSend(int site, @Nullable HttpClientSend outer) {
    this.site = site;
    this.outer = outer;
  }

  /**
   * Begins one.
   *
   * @param exchanges what runs its exchanges
   */
  public static HttpClientSend of(Object exchanges, int site, @Nullable HttpClientSend outer) {
    HttpClientSend send = new HttpClientSend(site, outer);
    synchronized (SENDS) {
      SENDS.put(exchanges, send);
    }
    return send;
  }

  /** The call whose exchanges these are; null where it is not known. */
  static @Nullable HttpClientSend of(Object exchanges) {
    synchronized (SENDS) {
      return SENDS.get(exchanges);
    }
  }

  /** The line that has made it. */
  int site() {
    return site;
  }

  /**
   * Nothing happens over the wire before the call has returned: whoever is told must be known by then,
   * and the caller must not be the one who tells.
   */
  synchronized void hold(Wire wire) {
    if (held != null) {
      wire.hold();
      held.add(wire);
    }
  }

  /** It has returned; hands out the call within which it was made. */
  public @Nullable HttpClientSend returned() {
    List<Wire> wires;
    synchronized (this) {
      wires = held;
      held = null;
    }
    if (wires != null) {
      wires.forEach(Wire::release);
    }
    return outer;
  }
}
