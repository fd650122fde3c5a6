package dev.tapedeck.session;

/** Throws a recorded failure where the compiler does not know of it: from inside a woven door. */
final class Sneaky {

  private Sneaky() {}

  /** To be thrown by the caller, who declares T; the throwable is what it was. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T extends Throwable> T thrown(Throwable throwable) throws T {
    throw (T) throwable;
  }
}
