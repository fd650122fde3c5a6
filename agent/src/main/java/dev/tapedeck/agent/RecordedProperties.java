package dev.tapedeck.agent;

import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Gives the program the system properties it had when it was recorded.
 *
 * <p>Those that tell where this JDK is stay as they are: the JDK itself reads them later.
 */
final class RecordedProperties {

  private static final String[] STAYING = {"java.home", "sun.boot.library.path", "jdk.module.path"};

  private RecordedProperties() {}

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
