package dev.tapedeck.boundary;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import jdk.internal.misc.Unsafe;

/**
 * Where the JDK keeps this process's environment: {@code java.lang.ProcessEnvironment}.
 *
 * <p>Its order is that of a hash map, so that names, insertion and table size decide it.
 */
public final class ProcessVariables {

  private static final String OWNER = "java.lang.ProcessEnvironment";
  private static final String ENCODING_OWNER = "jdk.internal.util.StaticProperty";
  private static final int LARGEST_TABLE = 1 << 30;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final Charset charset;

  private ProcessVariables() {
    charset = Runtime.version().feature() < 18
        ? Charset.defaultCharset()
        : Charset.forName((String) constant(ENCODING_OWNER, "SUN_JNU_ENCODING"));
  }

  /** The variables of the running process. */
  public static ProcessVariables ofThisProcess() {
    return new ProcessVariables();
  }

  /** Makes the environment these variables and no others, in this order as far as the map keeps it. */
  public void replace(String[] names, String[] values) {
    Map<Object, Object> map = map();
    map.clear();
    // As in the recorded process, where the table was made for the variables it had.
    Offsets.put(map, "table", null);
    UNSAFE.putInt(
        map, UNSAFE.objectFieldOffset(HashMap.class, "threshold"), tableSize(names.length + 3));
    for (int i = 0; i < names.length; i++) {
      map.put(data(OWNER + "$Variable", names[i]), data(OWNER + "$Value", values[i]));
    }
  }

  /** What {@code System.getenv()} returns. */
  Object unmodifiable() {
    return constant(OWNER, "theUnmodifiableEnvironment");
  }

  /** What {@code ProcessBuilder.environment()} returns the first time. */
  Object copy() {
    Object copy = Offsets.allocate(OWNER + "$StringEnvironment");
    Offsets.put(copy, "m", ((HashMap<?, ?>) map()).clone());
    return copy;
  }

  private Object data(String className, String content) {
    Object data = Offsets.allocate(className);
    Offsets.put(data, "str", content);
    Offsets.put(data, "bytes", content.getBytes(charset));
    return data;
  }

  @SuppressWarnings("unchecked")
  private Map<Object, Object> map() {
    return (Map<Object, Object>) constant(OWNER, "theEnvironment");
  }

  private static Object constant(String className, String name) {
    Object constant = Offsets.constant(className, name);
    if (constant == null) {
      throw new IllegalStateException(className + "." + name + " is not set");
    }
    return constant;
  }

  /** The smallest power of two that is not less. */
  private static int tableSize(int capacity) {
    int size = 1;
    while (size < capacity && size < LARGEST_TABLE) {
      size <<= 1;
    }
    return size;
  }
}
