package dev.tapedeck.boundary;

import dev.tapedeck.boundary.HostAnswer.Asked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the platform's management beans, asked directly or through a bean server.
 *
 * <p>Their classes are loaded when a program asks for a bean, so that the list costs nothing before.
 */
final class Beans {

  private static final String SUN = "sun/management/";
  private static final String INTERNAL = "com/sun/management/internal/";
  private static final String USAGE = "()Ljava/lang/management/MemoryUsage;";
  private static final String INFOS = ")[Ljava/lang/management/ThreadInfo;";

  private final List<Wrap> wraps = new ArrayList<>();

  private Beans() {}

  static List<Wrap> wraps() {
    Beans beans = new Beans();
    beans.memory();
    beans.threads();
    beans.system();
    beans.others();
    return beans.wraps;
  }

  private void memory() {
    String memory = SUN + "MemoryImpl";
    only(memory, "getHeapMemoryUsage", USAGE);
    only(memory, "getNonHeapMemoryUsage", USAGE);
    only(memory, "getObjectPendingFinalizationCount", "()I");
    String pool = SUN + "MemoryPoolImpl";
    named(pool, "getUsage", USAGE);
    named(pool, "getPeakUsage", USAGE);
    named(pool, "getCollectionUsage", USAGE);
    named(pool, "isUsageThresholdExceeded", "()Z");
    named(pool, "getUsageThresholdCount", "()J");
    named(pool, "isCollectionUsageThresholdExceeded", "()Z");
    named(pool, "getCollectionUsageThresholdCount", "()J");
    String collector = SUN + "GarbageCollectorImpl";
    named(collector, "getCollectionCount", "()J");
    named(collector, "getCollectionTime", "()J");
    String buffers = SUN + "ManagementFactoryHelper$1"; // a BufferPoolMXBean
    only(buffers, "getCount", "()J");
    only(buffers, "getTotalCapacity", "()J");
    only(buffers, "getMemoryUsed", "()J");
  }

  private void threads() {
    String threads = SUN + "ThreadImpl";
    only(threads, "getThreadCount", "()I");
    only(threads, "getPeakThreadCount", "()I");
    only(threads, "getDaemonThreadCount", "()I");
    only(threads, "getTotalStartedThreadCount", "()J");
    only(threads, "getAllThreadIds", "()[J");
    only(threads, "getThreadInfo", "([JI" + INFOS);
    only(threads, "getThreadInfo", "([JZZ" + INFOS);
    only(threads, "getThreadInfo", "([JZZI" + INFOS);
    only(threads, "dumpAllThreads", "(ZZI" + INFOS);
    only(threads, "getCurrentThreadCpuTime", "()J");
    only(threads, "getCurrentThreadUserTime", "()J");
    only(threads, "getThreadCpuTime", "([J)[J");
    only(threads, "getThreadUserTime", "([J)[J");
    only(threads, "getTotalThreadAllocatedBytes", "()J");
    only(threads, "getCurrentThreadAllocatedBytes", "()J");
    only(threads, "getThreadAllocatedBytes", "(J)J");
    only(threads, "getThreadAllocatedBytes", "([J)[J");
    only(threads, "findMonitorDeadlockedThreads", "()[J");
    only(threads, "findDeadlockedThreads", "()[J");
    String carriers = INTERNAL + "VirtualThreadSchedulerImpls$VirtualThreadSchedulerImpl";
    carriers(carriers, "getParallelism", "()I");
    carriers(carriers, "getPoolSize", "()I");
    carriers(carriers, "getMountedVirtualThreadCount", "()I");
    carriers(carriers, "getQueuedVirtualThreadCount", "()J");
  }

  private void system() {
    String base = SUN + "BaseOperatingSystemImpl";
    only(base, "getAvailableProcessors", "()I");
    only(base, "getSystemLoadAverage", "()D");
    String system = INTERNAL + "OperatingSystemImpl";
    for (String figure : new String[] {
      "getCommittedVirtualMemorySize",
      "getTotalSwapSpaceSize",
      "getFreeSwapSpaceSize",
      "getProcessCpuTime",
      "getFreeMemorySize",
      "getTotalMemorySize",
      "getOpenFileDescriptorCount",
      "getMaxFileDescriptorCount"
    }) {
      only(system, figure, "()J");
    }
    only(system, "getCpuLoad", "()D");
    only(system, "getProcessCpuLoad", "()D");
  }

  private void others() {
    String runtime = SUN + "RuntimeImpl";
    only(runtime, "getName", "()Ljava/lang/String;");
    only(runtime, "getUptime", "()J");
    only(runtime, "getStartTime", "()J");
    String classes = SUN + "ClassLoadingImpl";
    only(classes, "getTotalLoadedClassCount", "()J");
    only(classes, "getLoadedClassCount", "()I");
    only(classes, "getUnloadedClassCount", "()J");
    only(SUN + "CompilationImpl", "getTotalCompilationTime", "()J");
    only(
        INTERNAL + "HotSpotDiagnostic",
        "getVMOption",
        "(Ljava/lang/String;)Lcom/sun/management/VMOption;");
    only(INTERNAL + "HotSpotDiagnostic", "getDiagnosticOptions", "()Ljava/util/List;");
    named(
        INTERNAL + "DiagnosticCommandImpl$Wrapper",
        "execute",
        "([Ljava/lang/String;)Ljava/lang/String;");
  }

  private void only(String owner, String name, String descriptor) {
    wraps.add(HostAnswer.wrap(owner, name, descriptor, Asked.ALONE));
  }

  private void named(String owner, String name, String descriptor) {
    wraps.add(HostAnswer.wrap(owner, name, descriptor, Asked.BY_NAME));
  }

  private void carriers(String owner, String name, String descriptor) {
    HostAnswer door = new Carriers(HostAnswer.what(owner, name), descriptor);
    wraps.add(Wrap.since(24, owner, name, descriptor, door));
  }

  /**
   * What is known of the threads that carry virtual ones.
   *
   * <p>The first to ask wakes them, and so gives away numbers of threads.
   */
  private static final class Carriers extends HostAnswer {

    Carriers(String what, String descriptor) {
      super(what, descriptor, Asked.ALONE);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      Offsets.type("java.lang.VirtualThread");
      return super.retell(crossing, answer);
    }
  }
}
