package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The flags that let a debugger attach to a replay. */
final class DebugPort {
  static final int DEFAULT = 5005;

  private static final String SERVER =
      "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:";

  /** What the agent throws and catches when the awaited event is next. */
  private static final String AWAITED = "java.tapedeck.Until";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private DebugPort() {}

  /** Suspended before the program's first line. */
  static String atStart(int port) {
    return SERVER + free(port);
  }

  /** Suspended when the awaited event is next; until then no debugger can attach. */
  static String atEvent(int port, SuspendSignal signal) {
    return SERVER + free(port) + ",onthrow=" + AWAITED + ",launch=" + signal.launch();
  }

  /** Found out now: later the JVM would end in the middle of the replay. */
  private static int free(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new Trouble("port " + port + " is taken: choose another with --debug=PORT", e);
    }
  }
}
