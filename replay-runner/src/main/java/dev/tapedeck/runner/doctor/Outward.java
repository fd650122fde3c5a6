package dev.tapedeck.runner.doctor;

import java.util.Optional;
import java.util.Set;

/** A way out of a program that no boundary covers. What is not listed is covered, or leads nowhere. */
enum Outward {
  NATIVE_METHOD("native methods", "what native code does is seen by nobody"),
  NATIVE_LIBRARY("native libraries", "what native code does is seen by nobody"),
  SOCKET("sockets", "a replay stops where the program opens the first"),
  WEB_SOCKET("WebSockets", "a replay stops where the program opens the first"),
  ASYNCHRONOUS_CLIENT(
      "HTTP clients that are not covered", "a replay stops where the program asks the first time"),
  UNSAFE("Unsafe", "what threads tell each other through it has no place in the recorded order"),
  SIGNAL("signals", "when a signal comes is not on the tape");

  private static final Set<String> SOCKETS = Set.of(
      "java/net/Socket",
      "java/net/ServerSocket",
      "java/net/DatagramSocket",
      "java/net/MulticastSocket",
      "javax/net/SocketFactory",
      "javax/net/ServerSocketFactory",
      "javax/net/ssl/SSLSocketFactory",
      "javax/net/ssl/SSLServerSocketFactory");

  private static final Set<String> CHANNELS = Set.of(
      "java/nio/channels/SocketChannel",
      "java/nio/channels/ServerSocketChannel",
      "java/nio/channels/DatagramChannel",
      "java/nio/channels/AsynchronousSocketChannel",
      "java/nio/channels/AsynchronousServerSocketChannel",
      "java/nio/channels/spi/SelectorProvider");

  private static final Set<String> CLIENTS = Set.of(
      "org/apache/http/impl/client/DefaultHttpClient",
      "org/apache/http/impl/nio/client/HttpAsyncClients",
      "org/apache/http/impl/nio/client/HttpAsyncClientBuilder",
      "org/apache/hc/client5/http/impl/async/HttpAsyncClients",
      "org/apache/hc/client5/http/impl/async/HttpAsyncClientBuilder");

  private final String noun;
  private final String consequence;

  Outward(String noun, String consequence) {
    this.noun = noun;
    this.consequence = consequence;
  }

  String noun() {
    return noun;
  }

  String consequence() {
    return consequence;
  }

  /** What calling that method is; the owner is an internal name. */
  static Optional<Outward> of(String owner, String method) {
    if (SOCKETS.contains(owner) && (method.equals("<init>") || method.startsWith("create"))
        || CHANNELS.contains(owner) && method.startsWith("open")) {
      return Optional.of(SOCKET);
    }
    if (method.startsWith("load")
            && (owner.equals("java/lang/System") || owner.equals("java/lang/Runtime"))
        || owner.equals("com/sun/jna/Native")
        || owner.equals("java/lang/foreign/Linker") && method.equals("downcallHandle")
        || owner.startsWith("jnr/ffi/")) {
      return Optional.of(NATIVE_LIBRARY);
    }
    if (method.equals("newWebSocketBuilder") || method.equals("newWebSocket")) {
      return Optional.of(WEB_SOCKET);
    }
    if (CLIENTS.contains(owner)) {
      return Optional.of(ASYNCHRONOUS_CLIENT);
    }
    if (isUnsafe(owner)
        && (method.startsWith("compareAnd")
            || method.startsWith("getAnd")
            || method.endsWith("Volatile")
            || method.startsWith("putOrdered")
            || method.equals("park")
            || method.equals("unpark"))) {
      return Optional.of(UNSAFE);
    }
    return owner.equals("sun/misc/Signal") && method.equals("handle")
        ? Optional.of(SIGNAL)
        : Optional.empty();
  }

  private static boolean isUnsafe(String owner) {
    return owner.equals("sun/misc/Unsafe") || owner.equals("jdk/internal/misc/Unsafe");
  }
}
