package dev.tapedeck.weave;

/** A call that is replaced by a call of a hook. */
final class Replacement {

  private static final String REFERENCES = "java/tapedeck/References";

  private final String hooks;
  private final String name;
  private final String descriptor;
  private final boolean sited;

  /**
   * Replaces a door.
   *
   * @param receiver internal name of the receiver's class; empty for a static method
   */
  private Replacement(
      String hooks, String name, String receiver, String descriptor, boolean sited) {
    this.hooks = hooks;
    this.name = name;
    this.descriptor =
        receiver.isEmpty() ? descriptor : "(L" + receiver + ";" + descriptor.substring(1);
    this.sited = sited;
  }

  /** A door whose hook wants to know the line that asks. */
  static Replacement sited(String hooks, String name, String receiver, String descriptor) {
    return new Replacement(hooks, name, receiver, descriptor, true);
  }

  /** A door that leads to other doors. */
  static Replacement plain(String hooks, String name, String receiver, String descriptor) {
    return new Replacement(hooks, name, receiver, descriptor, false);
  }

  boolean sited() {
    return sited;
  }

  /** Writes the call; the operands of the door are on the stack. */
  Snippet call(Snippet snippet, int site) {
    if (!sited) {
      return callWithoutSite(snippet);
    }
    int end = descriptor.indexOf(')');
    String withSite = descriptor.substring(0, end) + "I" + descriptor.substring(end);
    return snippet.push(site).call(Instructions.INVOKESTATIC, hooks, name, withSite);
  }

  /** Writes a call that takes no more room than the door's, and leaves it to the session who asks. */
  Snippet callWithoutSite(Snippet snippet) {
    return snippet.call(Instructions.INVOKESTATIC, reference(), name, descriptor);
  }

  /** The class that it takes its receiver for. */
  String receiver() {
    return descriptor.substring(2, descriptor.indexOf(';'));
  }

  /** Makes a method handle constant of the door one of this. */
  void redirect(ConstantPool pool, int handle) {
    pool.redirectHandle(handle, reference(), name, descriptor);
  }

  private String reference() {
    return sited ? REFERENCES : hooks;
  }
}
