package dev.tapedeck.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of the host is this very JVM, which a program may be told of without a record: its own figures, no others. */
final class ForeignHost {

  private static final Set<String> QUESTIONS = Set.of(
      "memory",
      "thread id",
      "thread number",
      "VirtualThread.toString",
      "ProcessHandle.current",
      "UnixSystem",
      "Console.echo",
      "Console.istty",
      "Console.ttyStatus",
      "InetAddress.anyLocalAddress",
      "InetAddress.loopbackAddress",
      "GarbageCollector.getLastGcInfo",
      "BaseOperatingSystemImpl.getAvailableProcessors",
      "OperatingSystemImpl.getCommittedVirtualMemorySize",
      "OperatingSystemImpl.getMaxFileDescriptorCount",
      "OperatingSystemImpl.getOpenFileDescriptorCount",
      "OperatingSystemImpl.getProcessCpuLoad",
      "OperatingSystemImpl.getProcessCpuTime");

  /** Beans that know nothing but the JVM. */
  private static final Set<String> BEANS = Set.of(
      "ClassLoadingImpl",
      "CompilationImpl",
      "DiagnosticCommandImpl$Wrapper",
      "GarbageCollectorImpl",
      "HotSpotDiagnostic",
      "ManagementFactoryHelper$1",
      "MemoryImpl",
      "MemoryPoolImpl",
      "RuntimeImpl",
      "ThreadImpl",
      "VirtualThreadSchedulerImpls$VirtualThreadSchedulerImpl");

  /** Asked of a process, whose number comes first. */
  private static final Set<String> OF_PROCESS =
      Set.of("ProcessHandleImpl.get", "ProcessHandleImpl.isAlive", "ProcessHandleImpl$Info.info");

  private ForeignHost() {}

  static boolean isOfThisJvm(String what, @Nullable Object about) {
    if (OF_PROCESS.contains(what)) {
      String process = String.valueOf(about).split(" ", -1)[0];
      return process.equals(Long.toString(ProcessHandle.current().pid()));
    }
    int dot = what.indexOf('.');
    return QUESTIONS.contains(what) || dot > 0 && BEANS.contains(what.substring(0, dot));
  }
}
