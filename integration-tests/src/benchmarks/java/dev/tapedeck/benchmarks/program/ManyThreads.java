package dev.tapedeck.benchmarks.program;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;

/**
 * Starts so many {@code platform} or {@code virtual} threads that read the clock ten times and stay
 * until all have; then says how much heap is in use, and waits for the end of its input.
 */
public final class ManyThreads {

  private static final int EVENTS = 10;

  private ManyThreads() {}

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[1]);
    Method start = args[0].equals("virtual")
        ? Thread.class.getMethod("startVirtualThread", Runnable.class)
        : null;
    CountDownLatch done = new CountDownLatch(threads);
    CountDownLatch end = new CountDownLatch(1);
    Runnable work = () -> {
      for (int event = 0; event < EVENTS; event++) {
        if (System.nanoTime() == 0) {
          return;
        }
      }
      done.countDown();
      await(end);
    };
    for (int i = 0; i < threads; i++) {
      begin(start, work);
    }
    done.await();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.println(runtime.totalMemory() - runtime.freeMemory());
    while (System.in.read() >= 0) {
      // the measuring side looks at this process
    }
    end.countDown();
  }

  private static void begin(Method start, Runnable work)
      throws IllegalAccessException, InvocationTargetException {
    if (start == null) {
      new Thread(work).start();
    } else {
      start.invoke(null, work);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }
}
