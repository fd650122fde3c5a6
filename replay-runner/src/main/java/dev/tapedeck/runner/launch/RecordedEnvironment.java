package dev.tapedeck.runner.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The environment of a replayed program: the recorded one, with placeholders where secrets were. */
final class RecordedEnvironment {
  /** The launcher's own: their flags are among the recorded ones, and with them the agent that recorded. */
  private static final List<String> READ_BY_THE_LAUNCHER =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS");

  /** Would put code of the recording machine into the process. */
  private static final List<String> READ_BY_THE_LOADER =
      List.of("LD_PRELOAD", "DYLD_INSERT_LIBRARIES");

  private RecordedEnvironment() {}

  static Map<String, String> of(RecordedProgram program) {
    Map<String, String> environment = new LinkedHashMap<>(program.environment());
    for (String name : program.redacted()) {
      // System properties are redacted too; theirs have dots.
      if (name.indexOf('.') < 0) {
        environment.put(name, placeholder(name));
      }
    }
    environment.keySet().removeAll(READ_BY_THE_LAUNCHER);
    environment.keySet().removeAll(READ_BY_THE_LOADER);
    // Options of the recording agent, which would be options of the replaying one.
    environment.keySet().removeIf(name -> name.startsWith("TAPEDECK_"));
    return environment;
  }

  static String placeholder(String name) {
    return "tapedeck-redacted:" + name;
  }
}
