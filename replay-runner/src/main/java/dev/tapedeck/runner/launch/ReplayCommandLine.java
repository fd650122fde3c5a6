package dev.tapedeck.runner.launch;

import java.util.ArrayList;
import java.util.List;

/** The java command line that runs a recorded program again. */
final class ReplayCommandLine {
  private ReplayCommandLine() {}

  /**
   * Puts the line together.
   *
   * @param agentFlag the agent in replay mode
   * @param debugFlags for JDWP, or none
   * @param withEncodings whether it says the encodings that the JVM finds out by itself as a rule
   */
  static List<String> of(
      RecordedProgram program,
      ReplayJdk jdk,
      ReplayClasses classes,
      String agentFlag,
      List<String> debugFlags,
      boolean withEncodings) {
    List<String> line = new ArrayList<>();
    line.add(jdk.java().toString());
    line.addAll(debugFlags);
    List<String> kept = JvmFlags.keptFrom(program, agentFlag);
    if (classes.replaceModulePath()) {
      kept.removeIf(flag -> flag.startsWith("--module-path"));
    }
    line.addAll(kept);
    line.addAll(RecordedProperties.flags(program, withEncodings));
    if (program.processors() > 0) {
      line.add("-XX:ActiveProcessorCount=" + program.processors());
    }
    line.addAll(classes.flags());
    line.addAll(classes.mainAndArguments());
    return line;
  }
}
