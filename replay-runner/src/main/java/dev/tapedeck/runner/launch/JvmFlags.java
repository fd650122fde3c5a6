package dev.tapedeck.runner.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * The flags of the recorded JVM that its replay gets too: heap, collector, modules, properties, assertions.
 *
 * <p>Left out is what the replay sets itself, what would open a port, start a program or write a file, and debuggers and
 * agents that were loaded then: their code is no part of the program, and its answers are not on the tape.
 */
final class JvmFlags {
  private static final List<String> LEFT_OUT = List.of(
      "-javaagent:",
      "-agentlib:",
      "-agentpath:",
      "-Xrun",
      "-Xdebug",
      "-Xnoagent",
      "-XX:ActiveProcessorCount=",
      "-XX:StartFlightRecording",
      "-XX:FlightRecorderOptions",
      "-XX:OnError=",
      "-XX:OnOutOfMemoryError=",
      "-XX:+HeapDumpOnOutOfMemoryError",
      "-XX:HeapDumpPath=",
      "-XX:ErrorFile=",
      "-XX:LogFile=",
      "-XX:+LogVMOutput",
      "-XX:Flags=",
      "-XX:VMOptionsFile=",
      "-XX:SharedArchiveFile=",
      "-XX:ArchiveClassesAtExit=",
      "-XX:+AutoCreateSharedArchive",
      "-XX:AOT",
      "-Xloggc:",
      "-Xlog:",
      "-Xlog",
      "-Xshare:dump",
      "-Dcom.sun.management.",
      "-Djava.class.path=",
      "-Dsun.java.command=",
      "-Dsun.java.launcher",
      "-Djdk.module.main");

  private JvmFlags() {}

  static List<String> keptFrom(List<String> recorded) {
    List<String> kept = new ArrayList<>();
    for (String flag : recorded) {
      if (LEFT_OUT.stream().noneMatch(flag::startsWith)) {
        kept.add(flag);
      }
    }
    return kept;
  }
}
