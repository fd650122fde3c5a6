package dev.tapedeck.runner.report;

import java.util.List;

/** The frames of a stack that tell the reader something: from the program's own on. */
final class ProgramStack {
  private ProgramStack() {}

  /** Without the JDK's frames above the program's innermost; all frames where the program has none. */
  static List<String> of(List<String> stack) {
    for (int i = 0; i < stack.size(); i++) {
      if (!isJdk(stack.get(i))) {
        return stack.subList(i, stack.size());
      }
    }
    return stack;
  }

  /** As {@link StackTraceElement} prints them: {@code java.base/java.io.PrintStream.write(...)}. */
  private static boolean isJdk(String frame) {
    int module = frame.indexOf('/');
    return module > 0
        && (frame.startsWith("java.") || frame.startsWith("jdk."))
        && module < frame.indexOf('(');
  }
}
