package dev.tapedeck.runner.diff;

import dev.tapedeck.runner.run.FailureText;
import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.RunEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the ends of two runs differ. */
final class EndDifference {
  private EndDifference() {}

  static List<String> of(@Nullable RunEnd a, @Nullable RunEnd b, Mode mode) {
    List<String> lines = new ArrayList<>();
    add(lines, "end", how(a), how(b));
    Crash crashA = a == null ? null : a.crash();
    Crash crashB = b == null ? null : b.crash();
    if (crashA != null && crashB != null) {
      add(lines, "thread", crashA.thread(), crashB.thread());
    }
    add(lines, "crash", text(crashA), text(crashB));
    if (lines.isEmpty() && crashA != null && crashB != null && mode == Mode.EXACT) {
      String[] one = FailureText.trace(crashA.failure()).split("\n");
      String[] other = FailureText.trace(crashB.failure()).split("\n");
      int at = Arrays.mismatch(one, other);
      if (at >= 0) {
        add(lines, "frame", line(one, at), line(other, at));
      }
    }
    return lines;
  }

  private static String line(String[] trace, int at) {
    return at < trace.length ? trace[at].strip() : "none";
  }

  private static String how(@Nullable RunEnd end) {
    return end == null ? "unknown" : "exit " + end.exitCode() + " (" + end.how() + ")";
  }

  private static String text(@Nullable Crash crash) {
    return crash == null ? "none" : crash.failure().toString();
  }

  private static void add(List<String> lines, String what, String a, String b) {
    if (!a.equals(b)) {
      lines.add(what + ": " + a + " -> " + b);
    }
  }
}
