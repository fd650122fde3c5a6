package dev.tapedeck.agent;

import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Gives the program the system properties it had when it was recorded.
 *
 * <p>Those that tell where this JDK is stay as they are: the JDK itself reads them later.
 */
final class RecordedProperties {

  private static final String[] STAYING = {"java.home", "sun.boot.library.path", "jdk.module.path"};

  private static final String[] ENCODINGS = {
    "file.encoding",
    "stdin.encoding",
    "stdout.encoding",
    "stderr.encoding",
    "sun.stdout.encoding",
    "sun.stderr.encoding",
    "sun.jnu.encoding"
  };

  private RecordedProperties() {}

  /** Whether the JVM has found out by itself the encodings that it had when it was recorded. */
  static boolean sameEncodings(Fields header) {
    Map<String, String> recorded = header.map(Header.SYSTEM_PROPERTIES);
    for (String name : ENCODINGS) {
      if (!Objects.equals(recorded.get(name), System.getProperty(name))) {
        return false;
      }
    }
    return true;
  }

  static void restore(Fields header) {
    Properties properties = System.getProperties();
    Map<String, String> all = new LinkedHashMap<>(header.map(Header.SYSTEM_PROPERTIES));
    for (String name : STAYING) {
      String value = properties.getProperty(name);
      if (value == null) {
        all.remove(name);
      } else {
        all.put(name, value);
      }
    }
    PropertiesTable table = PropertiesTable.of(properties);
    table.replace(all, (int) header.number(Header.SYSTEM_PROPERTIES_TABLE, table.size()));
  }
}
