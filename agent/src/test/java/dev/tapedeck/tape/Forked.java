package dev.tapedeck.tape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program of the tests in a JVM of its own. */
final class Forked {

  /** What a writer needs and a reader does not. */
  static final List<String> EXPORTS = List.of(
      "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
      "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED");

  private Forked() {}

  static Process start(List<String> jvmArgs, Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>(EXPORTS);
    command.addAll(jvmArgs);
    return startPlain(command, main, args);
  }

  static Process startPlain(List<String> jvmArgs, Class<?> main, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArgs);
    command.add("-cp");
    command.add(place(TapeReader.class) + java.io.File.pathSeparator + place(main));
    command.add(main.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String place(Class<?> type) {
    return Path.of(java.net.URI.create(
            type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
