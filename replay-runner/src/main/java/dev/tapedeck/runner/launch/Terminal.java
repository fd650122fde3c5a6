package dev.tapedeck.runner.launch;

import java.io.IOException;

/** Whether somebody looks on. Java knows that of stdin and stdout together alone, so the shell is asked. */
public final class Terminal {
  private Terminal() {}

  public static boolean isStdin() {
    return is(0);
  }

  public static boolean isStderr() {
    return is(2);
  }

  public static boolean isStdout() {
    return is(1);
  }

  /** Whether a line on stderr that is written again and again is seen, and is one there: a dumb terminal cannot do it. */
  public static boolean showsProgress() {
    return !"dumb".equals(System.getenv("TERM")) && isStderr();
  }

  private static boolean is(int descriptor) {
    try {
      return new ProcessBuilder("/bin/sh", "-c", "[ -t " + descriptor + " ]")
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException noShell) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
