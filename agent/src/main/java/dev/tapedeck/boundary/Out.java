package dev.tapedeck.boundary;

import java.tapedeck.Calls;
import java.tapedeck.Hooks;
import java.tapedeck.Session;
import org.jspecify.annotations.Nullable;

/** A call that leads out of the program's sight, made by what stands for the outside here. */
public final class Out extends Behind {

  @Override
  public @Nullable Object instead(Crossing crossing) {
    return null;
  }

  /** Makes the call, where there is an outside: not in a replay. */
  static void call(Runnable call) {
    Session session = Hooks.session;
    if (session.enter(Calls.OUT, 0, null)) {
      session.answer();
      return;
    }
    try {
      call.run();
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(null);
  }
}
