package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/** The body of a response that nobody wants, of a redirection for one, has passed. */
final class HttpClientIgnored extends Arrival {

  static final String WHAT = "ignored";

  private final HttpClientWire wire;

  HttpClientIgnored(HttpClientWire wire, @Nullable Throwable failure) {
    super(Kinds.HTTP_RECEIVE, failure);
    this.wire = wire;
  }

  @Override
  public void ask(FieldSink question) {
    question.putString(manner(WHAT));
    question.putLong(0);
  }

  @Override
  public void tell(FieldSink answer) {
    answer.putLong(wire.number);
    answer.putLong(0);
    answer.putBytes(null, 0, 0);
  }

  @Override
  public boolean mayFollow() {
    return failure() == null;
  }

  @Override
  public void happen() {
    Throwable failed = failure();
    if (failed != null) {
      wire.tell(() -> wire.ignored.completeExceptionally(failed));
    } else {
      wire.tell(() -> wire.ignored.complete(null));
    }
  }
}
