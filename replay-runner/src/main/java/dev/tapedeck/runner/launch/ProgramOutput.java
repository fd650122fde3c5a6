package dev.tapedeck.runner.launch;

/** Where a child's stdout and stderr go. A replay that is started anew begins anew here too. */
public interface ProgramOutput {

  /** Says so to a child that has yet to be started. */
  void arrange(ProcessBuilder builder);

  /** The child has begun. */
  default void begin(Process child) {}

  /** The child has ended; when this returns, all it has printed is where it belongs. */
  default void end() {}

  /** Without a detour. */
  static ProgramOutput to(ProcessBuilder.Redirect out, ProcessBuilder.Redirect err) {
    return builder -> builder.redirectOutput(out).redirectError(err);
  }

  /** As our own. */
  static ProgramOutput inherited() {
    return to(ProcessBuilder.Redirect.INHERIT, ProcessBuilder.Redirect.INHERIT);
  }
}
