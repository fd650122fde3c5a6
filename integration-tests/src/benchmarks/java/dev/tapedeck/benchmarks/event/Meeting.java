package dev.tapedeck.benchmarks.event;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Operations that have a place in the order between lanes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public abstract class Meeting {

  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong atomic = new AtomicLong();
  private final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();
  private final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private volatile long field;
  private long plain;

  @Benchmark
  public long synchronizedBlock() {
    synchronized (monitor) {
      return ++plain;
    }
  }

  @Benchmark
  public long synchronizedMethod() {
    return next(); // JMH wants the method itself without
  }

  private synchronized long next() {
    return ++plain;
  }

  @Benchmark
  public long reentrantLock() {
    lock.lock();
    try {
      return ++plain;
    } finally {
      lock.unlock();
    }
  }

  @Benchmark
  public long volatileRead() {
    return field;
  }

  @Benchmark
  public void volatileWrite() {
    field = 1;
  }

  @Benchmark
  public long atomicIncrement() {
    return atomic.incrementAndGet();
  }

  @Benchmark
  public String mapPut() {
    return map.put("pear", "plum");
  }

  @Benchmark
  public String mapGet() {
    return map.get("pear");
  }

  @Benchmark
  public String queueOfferAndPoll() {
    queue.offer("pear");
    return queue.poll();
  }
}
