package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** As much of a debugger as it takes to attach and to let the program go on (the Java Debug Wire Protocol). */
final class Debugger implements AutoCloseable {
  private static final byte[] HANDSHAKE = "JDWP-Handshake".getBytes(US_ASCII);
  private static final int HEADER_LENGTH = 11;
  private static final int VIRTUAL_MACHINE = 1;
  private static final int RESUME = 9;

  private final Socket socket;

  private Debugger(Socket socket) {
    this.socket = socket;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Attaches as soon as the JVM listens. */
  static Debugger attach(int port) throws IOException {
    for (int tries = 0; ; tries++) {
      try {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(HANDSHAKE);
        new DataInputStream(socket.getInputStream()).readFully(new byte[HANDSHAKE.length]);
        return new Debugger(socket);
      } catch (IOException notYet) {
        if (tries == 300) {
          throw notYet;
        }
        Running.pause(Duration.ofMillis(100));
      }
    }
  }

  void resume() throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeInt(HEADER_LENGTH);
    out.writeInt(1);
    out.write(0);
    out.write(VIRTUAL_MACHINE);
    out.write(RESUME);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
