package java.tapedeck;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.SyncFailedException;
import java.time.Duration;

/**
 * The replacements once more, without a site, for method references, reflection and method handles.
 *
 * <p>They have the very parameters of the doors, receiver first. The session finds the asking line
 * by walking the stack.
 */
public final class References {

  private References() {}

  /** {@link System#nanoTime}. */
  public static long nanoTime() {
    return Hooks.nanoTime(0);
  }

  /** {@link System#currentTimeMillis}. */
  public static long currentTimeMillis() {
    return Hooks.currentTimeMillis(0);
  }

  /** {@code VM.getNanoTimeAdjustment}. */
  public static long getNanoTimeAdjustment(long offsetSeconds) {
    return Hooks.getNanoTimeAdjustment(offsetSeconds, 0);
  }

  /** {@link System#identityHashCode}. */
  public static int identityHashCode(Object object) {
    return Hashes.identityHashCode(object);
  }

  /** {@link Thread#sleep(long)}. */
  public static void sleep(long millis) throws InterruptedException {
    Calls.sleep(millis, 0);
  }

  /** {@link Thread#sleep(long, int)}. */
  public static void sleep(long millis, int nanos) throws InterruptedException {
    Calls.sleep(millis, nanos, 0);
  }

  /** {@code Thread.sleep(Duration)}. */
  public static void sleep(Duration duration) throws InterruptedException {
    Calls.sleep(duration, 0);
  }

  /** {@link Thread#getName}. */
  public static String getName(Thread thread) {
    return Workers.getName(thread, 0);
  }

  /** {@link Object#wait()}. */
  public static void wait(Object monitor) throws InterruptedException {
    Calls.wait(monitor, 0);
  }

  /** {@link Object#wait(long)}. */
  public static void wait(Object monitor, long millis) throws InterruptedException {
    Calls.wait(monitor, millis, 0);
  }

  /** {@link Object#wait(long, int)}. */
  public static void wait(Object monitor, long millis, int nanos) throws InterruptedException {
    Calls.wait(monitor, millis, nanos, 0);
  }

  /** {@link Object#notify}. */
  public static void notify(Object monitor) {
    Calls.notify(monitor, 0);
  }

  /** {@link java.util.concurrent.locks.LockSupport#park()}. */
  public static void park() {
    Calls.park(0);
  }

  /** {@link java.util.concurrent.locks.LockSupport#park(Object)}. */
  public static void park(Object blocker) {
    Calls.park(blocker, 0);
  }

  /** {@link java.util.concurrent.locks.LockSupport#parkNanos(long)}. */
  public static void parkNanos(long nanos) {
    Calls.parkNanos(nanos, 0);
  }

  /** {@link java.util.concurrent.locks.LockSupport#parkNanos(Object, long)}. */
  public static void parkNanos(Object blocker, long nanos) {
    Calls.parkNanos(blocker, nanos, 0);
  }

  /** {@link java.util.concurrent.locks.LockSupport#parkUntil(long)}. */
  public static void parkUntil(long deadline) {
    Calls.parkUntil(deadline, 0);
  }

  /** {@link java.util.concurrent.locks.LockSupport#parkUntil(Object, long)}. */
  public static void parkUntil(Object blocker, long deadline) {
    Calls.parkUntil(blocker, deadline, 0);
  }

  /** {@link Runtime#availableProcessors}. */
  public static int availableProcessors(Runtime runtime) {
    return Calls.availableProcessors(runtime, 0);
  }

  /** {@link Runtime#freeMemory}. */
  public static long freeMemory(Runtime runtime) {
    return Calls.freeMemory(runtime, 0);
  }

  /** {@link Runtime#totalMemory}. */
  public static long totalMemory(Runtime runtime) {
    return Calls.totalMemory(runtime, 0);
  }

  /** {@link Runtime#maxMemory}. */
  public static long maxMemory(Runtime runtime) {
    return Calls.maxMemory(runtime, 0);
  }

  /** {@link RandomAccessFile#length}. */
  public static long length(RandomAccessFile file) throws IOException {
    return Calls.length(file, 0);
  }

  /** {@link FileDescriptor#sync}. */
  public static void sync(FileDescriptor descriptor) throws SyncFailedException {
    Calls.sync(descriptor, 0);
  }

  /** {@link RandomAccessFile#setLength}. */
  public static void setLength(RandomAccessFile file, long length) throws IOException {
    Calls.setLength(file, length, 0);
  }
}
