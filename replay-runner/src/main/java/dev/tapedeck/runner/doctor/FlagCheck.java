package dev.tapedeck.runner.doctor;

import java.util.ArrayList;
import java.util.List;

/** Which flags of a JVM get into Tapedeck's way. */
final class FlagCheck {
  private static final String AGENT = "-javaagent:";

  private FlagCheck() {}

  /** A sentence on each. */
  static List<String> of(List<String> flags) {
    List<String> found = new ArrayList<>();
    for (String flag : flags) {
      if (flag.startsWith(AGENT)
          && !flag.contains("tapedeck-agent")
          && !flag.contains("launched-by")) {
        found.add("another agent changes classes too, and what it does counts as the program's: "
            + withoutOptions(flag));
      } else if (flag.startsWith("-agentlib:") || flag.startsWith("-agentpath:")) {
        if (!flag.startsWith("-agentlib:jdwp")) {
          found.add("a native agent is seen by nobody: " + withoutOptions(flag));
        }
      } else if (flag.startsWith("-Xbootclasspath/a")) {
        found.add("classes on the boot class path are not woven: " + flag);
      } else if (flag.startsWith("--patch-module")) {
        found.add("a patched module may have doors that no boundary knows: " + flag);
      } else if (flag.equals("-XX:-StackTraceInThrowable")) {
        found.add("stack traces are off, so nobody knows which line asked: " + flag);
      }
    }
    return found;
  }

  private static String withoutOptions(String flag) {
    int options = flag.indexOf('=');
    return options < 0 ? flag : flag.substring(0, options);
  }
}
