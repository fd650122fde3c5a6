package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leads out of the program and is not recorded yet. The tape says where the program went, and a
 * replay stops there: it must not touch the world.
 */
final class Uncovered extends Door {

  private static final String NET = "sun/nio/ch/Net";
  private static final String DESCRIPTOR = "Ljava/io/FileDescriptor;";

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(
          NET, "socket", "(Ljava/net/ProtocolFamily;Z)" + DESCRIPTOR, new Uncovered("a socket")),
      Wrap.maybe(NET, "serverSocket", "(Z)" + DESCRIPTOR, new Uncovered("a server socket")),
      Wrap.maybe(NET, "serverSocket", "()" + DESCRIPTOR, new Uncovered("a server socket")),
      Wrap.maybe(
          NET,
          "serverSocket",
          "(Ljava/net/ProtocolFamily;Z)" + DESCRIPTOR,
          new Uncovered("a server socket")),
      Wrap.maybe(
          NET,
          "serverSocket",
          "(Ljava/net/ProtocolFamily;)" + DESCRIPTOR,
          new Uncovered("a server socket")),
      Wrap.of(
          "sun/nio/ch/UnixDomainSockets", "socket", "()" + DESCRIPTOR, new Uncovered("a socket")));

  private final String what;

  Uncovered(String what) {
    super(Kinds.UNCOVERED, Scope.ALL);
    this.what = what;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(what);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {}

  @Override
  public Object retell(Crossing crossing, Told answer) {
    throw new IllegalStateException(what + " is not on the tape");
  }
}
