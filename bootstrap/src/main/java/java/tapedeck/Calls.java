package java.tapedeck;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.SyncFailedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Replacements for calls of native methods that wait, tell of the host or see to a file.
 *
 * <p>Each has the receiver first, then the arguments, then the site. Those without a site serve
 * method references and reflection; the session then looks for the asking line itself.
 */
public final class Calls {

  /** Door numbers, shared with the boundaries; those of wrapped bodies start above {@link #LAST}. */
  public static final int SLEEP = 1;

  /** {@link Object#wait}. */
  public static final int WAIT = 2;

  /** {@link LockSupport#parkNanos}. */
  public static final int PARK_NANOS = 3;

  /** {@link LockSupport#parkUntil}. */
  public static final int PARK_UNTIL = 4;

  /** {@link Runtime#availableProcessors}. */
  public static final int PROCESSORS = 5;

  /** {@link Runtime#freeMemory}, {@code totalMemory}, {@code maxMemory}. */
  public static final int MEMORY = 6;

  /** The seed of {@code new Random()}; see {@link Seeds}. */
  public static final int RANDOM_SEED = 7;

  /** {@link RandomAccessFile#length}. */
  public static final int FILE_LENGTH = 8;

  /** {@link ChildOutput#read}. */
  public static final int CHILD_READ = 9;

  /** {@link ChildOutput#available} and {@code skip}. */
  public static final int CHILD_NUMBER = 10;

  /** {@link ChildInput#write}. */
  public static final int CHILD_WRITE = 11;

  /** {@link FileDescriptor#sync}. */
  public static final int SYNC = 12;

  /** {@link RandomAccessFile#setLength}. */
  public static final int FILE_SET_LENGTH = 13;

  /** {@link HttpBody#read}, {@code available} and {@code close}. */
  public static final int HTTP_RECEIVE = 14;

  /** {@link HttpSending#write} and {@code close}. */
  public static final int HTTP_SEND = 15;

  /** A call that leads out and tells nothing; there is none in a replay. */
  public static final int OUT = 16;

  /** A request of a client library, and the head of its response. */
  public static final int HTTP_EXCHANGE = 17;

  /** What only a client library's connection knows. */
  public static final int HTTP_FACT = 18;

  /** What a client library does with its connection out of sight. */
  public static final int HTTP_QUIET = 19;

  /** {@link Workers#getName}. */
  public static final int WORKER_NAME = 20;

  /** The highest number in use here. */
  public static final int LAST = 20;

  private Calls() {}

  /** Replaces {@link Thread#sleep(long)}. */
  public static void sleep(long millis, int site) throws InterruptedException {
    Session session = Hooks.session;
    if (session.enter(SLEEP, site, null, millis, 0)) {
      session.answer();
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(null);
  }

  /** Replaces {@link Thread#sleep(long, int)}. */
  public static void sleep(long millis, int nanos, int site) throws InterruptedException {
    Session session = Hooks.session;
    if (session.enter(SLEEP, site, null, millis, nanos)) {
      session.answer();
      return;
    }
    try {
      Thread.sleep(millis, nanos);
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(null);
  }

  /** Replaces {@code Thread.sleep(Duration)} of JDK 19, which does nothing when it is negative. */
  public static void sleep(Duration duration, int site) throws InterruptedException {
    long nanos = TimeUnit.NANOSECONDS.convert(duration);
    if (nanos >= 0) {
      sleep(nanos / 1_000_000, (int) (nanos % 1_000_000), site);
    }
  }

  /** Replaces {@link Object#wait()}. */
  public static void wait(Object monitor, int site) throws InterruptedException {
    wait(monitor, 0, 0, site);
  }

  /** Replaces {@link Object#wait(long)}. */
  public static void wait(Object monitor, long millis, int site) throws InterruptedException {
    wait(monitor, millis, 0, site);
  }

  /** Replaces {@link Object#wait(long, int)}. */
  @SuppressWarnings("WaitNotInLoop") // the loop is the program's
  public static void wait(Object monitor, long millis, int nanos, int site)
      throws InterruptedException {
    Session session = Hooks.session;
    if (session.enter(WAIT, site, monitor, millis, nanos)) {
      try {
        session.answer();
      } finally {
        Order.orderer.again(monitor, site);
      }
      return;
    }
    try {
      monitor.wait(millis, nanos);
    } catch (Throwable thrown) {
      session.failed(thrown);
      if (thrown instanceof InterruptedException) {
        Order.orderer.again(monitor, site);
      }
      throw thrown;
    }
    session.leave(null);
    Order.orderer.again(monitor, site);
  }

  /** Replaces {@link Object#notify}. */
  public static void notify(Object monitor, int site) {
    if (Order.orderer.insists()) {
      monitor.notifyAll();
    } else {
      monitor.notify();
    }
  }

  /** Replaces {@link LockSupport#park()}. */
  public static void park(int site) {
    Session session = Hooks.session;
    if (session.enter(PARK_NANOS, site, null, 0L)) {
      session.answer();
      return;
    }
    LockSupport.park();
    session.leave(null);
  }

  /** Replaces {@link LockSupport#park(Object)}. */
  public static void park(Object blocker, int site) {
    Session session = Hooks.session;
    if (session.enter(PARK_NANOS, site, blocker, 0L)) {
      session.answer();
      return;
    }
    LockSupport.park(blocker);
    session.leave(null);
  }

  /** Replaces {@link LockSupport#parkNanos(long)}. */
  public static void parkNanos(long nanos, int site) {
    if (nanos <= 0) {
      return; // as there; for the door 0 is no limit
    }
    Session session = Hooks.session;
    if (session.enter(PARK_NANOS, site, null, nanos)) {
      session.answer();
      return;
    }
    LockSupport.parkNanos(nanos);
    session.leave(null);
  }

  /** Replaces {@link LockSupport#parkNanos(Object, long)}. */
  public static void parkNanos(Object blocker, long nanos, int site) {
    if (nanos <= 0) {
      return;
    }
    Session session = Hooks.session;
    if (session.enter(PARK_NANOS, site, blocker, nanos)) {
      session.answer();
      return;
    }
    LockSupport.parkNanos(blocker, nanos);
    session.leave(null);
  }

  /** Replaces {@link LockSupport#parkUntil(long)}. */
  public static void parkUntil(long deadline, int site) {
    Session session = Hooks.session;
    if (session.enter(PARK_UNTIL, site, null, deadline)) {
      session.answer();
      return;
    }
    LockSupport.parkUntil(deadline);
    session.leave(null);
  }

  /** Replaces {@link LockSupport#parkUntil(Object, long)}. */
  public static void parkUntil(Object blocker, long deadline, int site) {
    Session session = Hooks.session;
    if (session.enter(PARK_UNTIL, site, blocker, deadline)) {
      session.answer();
      return;
    }
    LockSupport.parkUntil(blocker, deadline);
    session.leave(null);
  }

  /** Replaces {@link Runtime#availableProcessors}. */
  public static int availableProcessors(Runtime runtime, int site) {
    Session session = Hooks.session;
    if (session.enter(PROCESSORS, site, runtime)) {
      return (int) told(session);
    }
    int processors = runtime.availableProcessors();
    session.leave((long) processors);
    return processors;
  }

  /** Replaces {@link Runtime#freeMemory}. */
  public static long freeMemory(Runtime runtime, int site) {
    Session session = Hooks.session;
    if (session.enter(MEMORY, site, runtime, "free")) {
      return told(session);
    }
    long bytes = runtime.freeMemory();
    session.leave(bytes);
    return bytes;
  }

  /** Replaces {@link Runtime#totalMemory}. */
  public static long totalMemory(Runtime runtime, int site) {
    Session session = Hooks.session;
    if (session.enter(MEMORY, site, runtime, "total")) {
      return told(session);
    }
    long bytes = runtime.totalMemory();
    session.leave(bytes);
    return bytes;
  }

  /** Replaces {@link Runtime#maxMemory}. */
  public static long maxMemory(Runtime runtime, int site) {
    Session session = Hooks.session;
    if (session.enter(MEMORY, site, runtime, "max")) {
      return told(session);
    }
    long bytes = runtime.maxMemory();
    session.leave(bytes);
    return bytes;
  }

  /** Replaces {@link RandomAccessFile#length}, which a class of the program may have another for. */
  public static long length(RandomAccessFile file, int site) throws IOException {
    Session session = Hooks.session;
    if (file.getClass() != RandomAccessFile.class) {
      return file.length();
    }
    if (session.enter(FILE_LENGTH, site, file)) {
      return told(session);
    }
    long length;
    try {
      length = file.length();
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(length);
    return length;
  }

  /** Replaces {@link FileDescriptor#sync}. */
  public static void sync(FileDescriptor descriptor, int site) throws SyncFailedException {
    Session session = Hooks.session;
    if (session.enter(SYNC, site, descriptor)) {
      session.answer();
      return;
    }
    try {
      descriptor.sync();
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(null);
  }

  /** Replaces {@link RandomAccessFile#setLength}; the same. */
  public static void setLength(RandomAccessFile file, long length, int site) throws IOException {
    Session session = Hooks.session;
    if (file.getClass() != RandomAccessFile.class) {
      file.setLength(length);
      return;
    }
    if (session.enter(FILE_SET_LENGTH, site, file, length)) {
      session.answer();
      return;
    }
    try {
      file.setLength(length);
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(null);
  }

  static long told(Session session) {
    Object answer = session.answer();
    if (answer instanceof Long number) {
      return number;
    }
    throw new IllegalStateException("the answer is no number: " + answer);
  }
}
