package dev.tapedeck.boundary;

import java.tapedeck.Hooks;
import java.tapedeck.Session;
import org.jspecify.annotations.Nullable;

/** Leads a call of a stand-in of ours through a door, as woven code does. */
final class Through {

  private Through() {}

  /** What is done in a recording. */
  interface Live {
    @Nullable
    Object call() throws Throwable;
  }

  /** Comes to the door of that number. */
  static @Nullable Object door(int number, Object self, Live live, Object... arguments)
      throws Throwable {
    Session session = Hooks.session;
    if (session.enter(number, 0, self, arguments)) {
      return session.answer();
    }
    Object result;
    try {
      result = live.call();
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(result);
    return result;
  }
}
