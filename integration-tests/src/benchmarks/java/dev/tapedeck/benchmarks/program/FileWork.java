package dev.tapedeck.benchmarks.program;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Works on files in the way that its first argument names, and prints the milliseconds it took. */
public final class FileWork {

  private static final int PIECE = 64 * 1024;
  private static final int PAGE = 4096;
  private static final int RANDOM_READS = 50_000;

  private FileWork() {}

  public static void main(String[] args) throws IOException {
    Path path = Path.of(args[1]);
    long start = System.nanoTime();
    long sum = switch (args[0]) {
      case "read" -> read(path);
      case "copy" -> copy(path, Path.of(args[2]));
      case "write" -> write(path, Integer.parseInt(args[2]));
      case "random" -> random(path);
      case "map" -> map(path);
      case "small" -> small(path, Integer.parseInt(args[2]));
      case "process" -> process(Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    };
    System.out.println((System.nanoTime() - start) / 1e6);
    System.out.println(sum);
  }

  private static long read(Path path) throws IOException {
    try (FileInputStream in = new FileInputStream(path.toFile())) {
      return read(in);
    }
  }

  private static long read(InputStream in) throws IOException {
    byte[] piece = new byte[PIECE];
    long sum = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      sum += read + piece[0];
    }
    return sum;
  }

  /** What a recording of {@link #read} does at the least: every byte is written once. */
  private static long copy(Path from, Path to) throws IOException {
    byte[] piece = new byte[PIECE];
    long sum = 0;
    try (FileInputStream in = new FileInputStream(from.toFile());
        FileOutputStream out = new FileOutputStream(to.toFile())) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        out.write(piece, 0, read);
        sum += read;
      }
    }
    return sum;
  }

  private static long write(Path path, int megabytes) throws IOException {
    byte[] piece = new byte[PIECE];
    new Random(42).nextBytes(piece);
    try (FileOutputStream out = new FileOutputStream(path.toFile())) {
      for (int i = 0; i < megabytes * 16; i++) {
        out.write(piece);
      }
    }
    return megabytes;
  }

  private static long random(Path path) throws IOException {
    ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
    Random random = new Random(42);
    long sum = 0;
    try (FileChannel channel = FileChannel.open(path)) {
      long pages = channel.size() / PAGE;
      for (int i = 0; i < RANDOM_READS; i++) {
        page.clear();
        sum += channel.read(page, random.nextLong(pages) * PAGE) + page.get(0);
      }
    }
    return sum;
  }

  private static long map(Path path) throws IOException {
    long sum = 0;
    try (FileChannel channel = FileChannel.open(path)) {
      long size = Math.min(channel.size(), 1 << 30);
      MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      for (int i = 0; i + 8 <= size; i += 8) {
        sum += memory.getLong(i);
      }
    }
    return sum;
  }

  private static long small(Path directory, int count) throws IOException {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Files.readAllBytes(directory.resolve(i + ".txt")).length;
    }
    return sum;
  }

  private static long process(int megabytes) throws IOException {
    Process process = new ProcessBuilder("head", "-c", megabytes + "M", "/dev/zero").start();
    try (InputStream in = process.getInputStream()) {
      return read(in);
    }
  }
}
