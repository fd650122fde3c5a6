package dev.tapedeck.benchmarks.program;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a file it has written, 64 bytes at a time: so many events of the tape. */
public final class FileReads {

  private FileReads() {}

  public static void main(String[] args) throws IOException {
    int events = Integer.parseInt(args[1]);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < events; i++) {
      lines.append(FlightEvents.line(i));
    }
    try (FileOutputStream out = new FileOutputStream(args[0])) {
      out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }
    byte[] piece = new byte[64];
    try (FileInputStream in = new FileInputStream(args[0])) {
      for (int i = 0; i < events; i++) {
        in.read(piece);
      }
    }
  }
}
