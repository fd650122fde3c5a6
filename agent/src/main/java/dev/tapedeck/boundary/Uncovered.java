package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leads out of the program and is not recorded yet. The tape says where the program went, and a
 * replay stops there: it must not touch the world.
 */
class Uncovered extends Door {

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
          "sun/nio/ch/UnixDomainSockets", "socket", "()" + DESCRIPTOR, new Uncovered("a socket")),
      Wrap.of(
          NET,
          "connect",
          "(Ljava/net/ProtocolFamily;" + DESCRIPTOR + "Ljava/net/InetAddress;I)I",
          new Connected()),
      Wrap.maybe(
          "sun/nio/ch/UnixDomainSockets",
          "connect",
          "(" + DESCRIPTOR + "Ljava/net/SocketAddress;)I",
          new Connected()));

  private final String what;

  /** Where a socket leads, once that is known. */
  private static final class Connected extends Uncovered {

    Connected() {
      super("a connection");
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(
          crossing.argument(crossing.count() - 1) instanceof Integer port
                  && crossing.argument(2) instanceof InetAddress address
              ? "a connection to " + address.getHostAddress() + ":" + port
              : "a connection to " + crossing.argument(1));
    }
  }

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
