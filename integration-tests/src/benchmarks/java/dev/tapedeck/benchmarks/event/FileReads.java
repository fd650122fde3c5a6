package dev.tapedeck.benchmarks.event;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads of a file, so many as fit into it: what they read goes to the tape. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class FileReads {

  private static final int SIZE = 64 * 1024 * 1024;
  private static final int LARGE = 64 * 1024;
  private static final int SMALL = 64;

  private final byte[] bytes = new byte[LARGE];
  private Path file;
  private RandomAccessFile open;

  @Setup
  public void make() throws IOException {
    file = Files.createTempFile("tapedeck", ".bin");
    open = new RandomAccessFile(file.toFile(), "rw");
    open.setLength(SIZE);
  }

  @Setup(Level.Iteration)
  public void rewind() throws IOException {
    open.seek(0);
  }

  @TearDown
  public void delete() throws IOException {
    open.close();
    Files.delete(file);
  }

  @Benchmark
  @Warmup(iterations = 5, batchSize = SIZE / LARGE)
  @Measurement(iterations = 5, batchSize = SIZE / LARGE)
  public int read64KiB() throws IOException {
    return open.read(bytes);
  }

  @Benchmark
  @Warmup(iterations = 5, batchSize = 100_000)
  @Measurement(iterations = 5, batchSize = 100_000)
  public int read64Bytes() throws IOException {
    return open.read(bytes, 0, SMALL);
  }
}
