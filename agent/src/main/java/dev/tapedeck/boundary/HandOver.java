package dev.tapedeck.boundary;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.tapedeck.ChildOutput;

/**
 * Lets {@code cat} pass on what a child process says that outlives the program: without a reader its
 * next word would kill it.
 */
public final class HandOver {

  private static final String PIPE = "java.lang.ProcessBuilder$RedirectPipeImpl";

  private static final String STDERR = "/proc/self/fd/2";

  private HandOver() {}

  /** Starts it; where that is not possible the pipe ends with us. */
  public static void of(ChildOutput output) {
    if (!(output.pipe() instanceof FileInputStream pipe)) {
      return;
    }
    try {
      Redirect input = (Redirect) Offsets.allocate(PIPE);
      Offsets.put(input, "fd", pipe.getFD());
      ProcessBuilder cat = new ProcessBuilder("cat").redirectInput(input);
      boolean isOut = output.stream.equals("stdout");
      cat.redirectOutput(isOut ? Redirect.INHERIT : Redirect.appendTo(new File(STDERR)))
          .start();
    } catch (IOException none) {
      // no cat
    }
  }
}
