package dev.tapedeck.runner.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The system properties that the JVM itself reads before the agent can set them: zone, locale, encodings and the
 * working directory, which need not exist for that. The agent
 * puts back the others.
 */
final class RecordedProperties {
  private static final List<String> READ_BY_THE_JVM = List.of(
      "user.language",
      "user.country",
      "user.script",
      "user.variant",
      "user.language.display",
      "user.country.display",
      "user.script.display",
      "user.variant.display",
      "user.language.format",
      "user.country.format",
      "user.script.format",
      "user.variant.format",
      "user.dir");

  private static final List<String> ENCODINGS = List.of(
      "file.encoding",
      "stdin.encoding",
      "stdout.encoding",
      "stderr.encoding",
      "sun.stdout.encoding",
      "sun.stderr.encoding");

  private RecordedProperties() {}

  static List<String> flags(RecordedProgram program, boolean withEncodings) {
    Map<String, String> recorded = program.systemProperties();
    List<String> flags = new ArrayList<>();
    if (!program.timeZone().isEmpty()) {
      flags.add("-Duser.timezone=" + program.timeZone());
    }
    add(READ_BY_THE_JVM, recorded, flags);
    if (withEncodings) {
      encodings(recorded, flags);
    }
    return flags;
  }

  private static void encodings(Map<String, String> recorded, List<String> flags) {
    add(ENCODINGS, recorded, flags);
    // Left to itself, JDK 17 would take the encoding of this terminal where the recorded run had
    // none.
    for (String name : List.of("sun.stdout.encoding", "sun.stderr.encoding")) {
      String otherwise = recorded.get("file.encoding");
      if (!recorded.containsKey(name)
          && otherwise != null
          && !recorded.containsKey("stdout.encoding")) {
        flags.add("-D" + name + "=" + otherwise);
      }
    }
  }

  private static void add(List<String> names, Map<String, String> recorded, List<String> flags) {
    for (String name : names) {
      String value = recorded.get(name);
      if (value != null) {
        flags.add("-D" + name + "=" + value);
      }
    }
  }
}
