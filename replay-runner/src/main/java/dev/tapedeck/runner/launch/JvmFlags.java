package dev.tapedeck.runner.launch;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The flags of the recorded JVM that its replay gets too: heap, collector, modules, properties, assertions.
 *
 * <p>Left out is what the replay sets itself, what would open a port, start a program or write a file, and debuggers and
 * native agents. Java agents stay, in their order: they may have changed the program's classes.
 */
final class JvmFlags {
  private static final String AGENT = "-javaagent:";
  private static final List<String> LEFT_OUT = List.of(
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

  /**
   * The flags for the replay, with our agent where the recording one was.
   *
   * @param agentFlag our agent in replay mode
   */
  static List<String> keptFrom(RecordedProgram program, String agentFlag) {
    List<String> kept = new ArrayList<>();
    for (String flag : program.jvmArgs()) {
      if (flag.startsWith(AGENT)) {
        if (isOurs(flag, program)) {
          kept.add(agentFlag);
        } else if (!program.agentJar().isEmpty()) {
          kept.add(flag);
        }
      } else if (LEFT_OUT.stream().noneMatch(flag::startsWith)) {
        kept.add(flag);
      }
    }
    if (!kept.contains(agentFlag)) {
      kept.add(0, agentFlag);
    }
    return kept;
  }

  private static boolean isOurs(String flag, RecordedProgram program) {
    String jar = flag.substring(AGENT.length());
    int options = jar.indexOf('=');
    return new File(options < 0 ? jar : jar.substring(0, options))
        .getName()
        .equals(new File(program.agentJar()).getName());
  }
}
