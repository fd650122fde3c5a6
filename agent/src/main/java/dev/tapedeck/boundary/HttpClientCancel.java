package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * The program has enough of an exchange. What the client tells it then, it tells within this very call:
 * so the call returns when that has happened, although it happens in the wire's lane.
 */
final class HttpClientCancel extends Door {

  private static final String TOLD = "told=";
  private static final long PATIENCE_MS = 200;

  /** What follows is for another pool to do, and was mostly done when the client's own call returned. */
  private static final long SETTLING_MS = 3;

  HttpClientCancel() {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
  }

  private static HttpClientWire wire(Crossing crossing) {
    if (crossing.kept instanceof HttpClientWire wire) {
      return wire;
    }
    throw new IllegalStateException("no exchange");
  }

  @Override
  public boolean applies(Crossing crossing) {
    HttpClientWire wire = HttpClientWire.of(crossing.self);
    crossing.kept = wire;
    if (wire != null) {
      wire.cancelled();
    }
    return wire != null;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    wire(crossing).request.askFor("cancel", question);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    boolean isTold = wire(crossing).awaitFailure(PATIENCE_MS);
    if (isTold) {
      settle();
    }
    answer.putStrings(new String[] {TOLD + isTold});
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) {
    String[] facts = answer.stringsAt(0);
    if (facts != null && facts.length > 0 && facts[0].equals(TOLD + true)) {
      wire(crossing).awaitFailure(10 * PATIENCE_MS);
      settle();
    }
    return null;
  }

  private static void settle() {
    try {
      Thread.sleep(SETTLING_MS);
    } catch (InterruptedException theirs) {
      Thread.currentThread().interrupt();
    }
  }
}
