package dev.tapedeck.agent;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.misc.Unsafe;

/** The hash table inside {@link Properties}: its size decides in which order a program finds them. */
final class PropertiesTable {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long MAP = UNSAFE.objectFieldOffset(Properties.class, "map");
  private static final long TABLE = UNSAFE.objectFieldOffset(ConcurrentHashMap.class, "table");

  private final Properties properties;

  private PropertiesTable(Properties properties) {
    this.properties = properties;
  }

  static PropertiesTable of(Properties properties) {
    return new PropertiesTable(properties);
  }

  int size() {
    Object map = UNSAFE.getReference(properties, MAP);
    Object[] table = (Object[]) UNSAFE.getReference(map, TABLE);
    return table == null ? 0 : table.length;
  }

  /** Makes these the properties and no others, in this order as far as a table of that size keeps it. */
  void replace(Map<String, String> contents, int size) {
    // Half of a power of two: with its load factor the map rounds that up to the power again.
    Map<Object, Object> map = new ConcurrentHashMap<>(size / 2);
    for (Map.Entry<String, String> entry : contents.entrySet()) {
      map.put(entry.getKey(), entry.getValue()); // putAll would make the table larger
    }
    UNSAFE.putReferenceVolatile(properties, MAP, map);
  }
}
