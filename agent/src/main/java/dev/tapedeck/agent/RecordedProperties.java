package dev.tapedeck.agent;

import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import java.util.Map;
import java.util.Properties;

/**
 * Gives the program the system properties it had when it was recorded.
 *
 * <p>Those that tell where this JDK is stay as they are: the JDK itself reads them later.
 */
final class RecordedProperties {

  private RecordedProperties() {}

  static void restore(Fields header) {
    Properties properties = System.getProperties();
    Map<String, String> recorded = header.map(Header.SYSTEM_PROPERTIES);
    for (String name : properties.stringPropertyNames()) {
      if (!recorded.containsKey(name) && !stays(name)) {
        properties.remove(name);
      }
    }
    for (Map.Entry<String, String> entry : recorded.entrySet()) {
      if (!stays(entry.getKey())) {
        properties.setProperty(entry.getKey(), entry.getValue());
      }
    }
    for (String name : header.list(Header.REDACTED)) {
      if (properties.getProperty(name) != null) {
        properties.setProperty(name, "tapedeck-redacted:" + name);
      }
    }
  }

  private static boolean stays(String name) {
    return name.equals("java.home")
        || name.equals("sun.boot.library.path")
        || name.equals("jdk.module.path");
  }
}
