package dev.tapedeck.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** Asks the JVM for threads that wait for each other's locks. */
final class Deadlocks {

  private Deadlocks() {}

  /** Who waits for whom, in one line; null where nobody does so for ever. */
  static @Nullable String described() {
    try {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long[] ids = threads.findDeadlockedThreads();
      if (ids == null) {
        return null;
      }
      StringBuilder text = new StringBuilder("the program is in a deadlock, as it was recorded:");
      for (ThreadInfo info : threads.getThreadInfo(ids, 1)) {
        if (info != null) {
          text.append(' ').append(info.getThreadName());
          text.append(" waits for ").append(info.getLockOwnerName()).append(';');
        }
      }
      return text.substring(0, text.length() - 1);
    } catch (LinkageError | RuntimeException notThere) {
      return null; // an image without java.management
    }
  }
}
