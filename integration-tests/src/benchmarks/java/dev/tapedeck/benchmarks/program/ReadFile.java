package dev.tapedeck.benchmarks.program;

import java.io.FileInputStream;
import java.io.IOException;

/** Reads a file in pieces of 64 KiB. */
public final class ReadFile {

  private static final int PIECE = 64 * 1024;

  private ReadFile() {}

  public static void main(String[] args) throws IOException {
    byte[] piece = new byte[PIECE];
    long sum = 0;
    long start = System.nanoTime();
    try (FileInputStream in = new FileInputStream(args[0])) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        sum += read + piece[0];
      }
    }
    System.out.println((System.nanoTime() - start) / 1e6);
    System.out.println(sum);
  }
}
