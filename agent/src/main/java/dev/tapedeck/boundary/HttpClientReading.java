package dev.tapedeck.boundary;

import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Has the program read the body of a response. */
final class HttpClientReading extends HttpClientOutward {

  private final BodyHandler<?> reader;
  private final HttpClientSource source;
  private @Nullable HttpClientBody body;
  private @Nullable Throwable refused;

  private HttpClientReading(HttpClientWire wire, BodyHandler<?> reader, HttpClientSource source) {
    super(wire);
    this.reader = reader;
    this.source = source;
  }

  /** Begins; hands out a future of what the program's reader makes of it. */
  static CompletableFuture<Object> begin(
      HttpClientWire wire, BodyHandler<?> reader, HttpClientSource source) {
    HttpClientReading reading = new HttpClientReading(wire, reader, source);
    reading.begin();
    return reading.result();
  }

  private CompletableFuture<Object> result() {
    HttpClientBody read = body;
    return read == null ? CompletableFuture.failedFuture(why()) : read.result;
  }

  private Throwable why() {
    Throwable theirs = refused;
    return theirs == null ? new IllegalStateException("nobody reads") : theirs;
  }

  @Override
  public boolean prepare() {
    try {
      HttpClientBody read = new HttpClientBody(wire, reader);
      read.subscribe();
      wire.body(read);
      body = read;
    } catch (Throwable theirs) {
      refused = theirs;
    }
    return true;
  }

  @Override
  public void call() throws Exception {
    HttpClientBody read = body;
    if (read != null) {
      source.read(new HttpClientReceiver(read));
    } else {
      source.refuse(why());
    }
  }
}
