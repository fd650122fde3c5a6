package dev.tapedeck.benchmarks.event;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Calls that make one event each when they are recorded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class OneEvent {

  private final SecureRandom secure = new SecureRandom();
  private final byte[] sixteen = new byte[16];
  private final byte[] line =
      "a line of output\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
  private final FileOutputStream stderr = new FileOutputStream(FileDescriptor.err);

  @Benchmark
  public long nanoTime() {
    return System.nanoTime();
  }

  @Benchmark
  public long currentTimeMillis() {
    return System.currentTimeMillis();
  }

  @Benchmark
  public Instant instantNow() {
    return Instant.now();
  }

  @Benchmark
  public void sleepOfNothing() throws InterruptedException {
    Thread.sleep(0);
  }

  @Benchmark
  public Random randomSeed() {
    return new Random();
  }

  @Benchmark
  public byte[] secureRandom16() {
    secure.nextBytes(sixteen);
    return sixteen;
  }

  /** A general event, through enter and leave. */
  @Benchmark
  public int availableProcessors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Benchmark
  public void outputWrite() throws IOException {
    stderr.write(line);
  }
}
