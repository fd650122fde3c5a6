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

  private final Class<?> owner;
  private final Class<?> variable;
  private final Class<?> value;
  private final long text;
  private final long bytes;
  private final Charset charset;

  private ProcessVariables() throws ReflectiveOperationException {
    owner = Class.forName(OWNER);
    variable = Class.forName(OWNER + "$Variable");
    value = Class.forName(OWNER + "$Value");
    Class<?> data = Class.forName(OWNER + "$ExternalData");
    text = UNSAFE.objectFieldOffset(data, "str");
    bytes = UNSAFE.objectFieldOffset(data, "bytes");
    charset = Runtime.version().feature() < 18
        ? Charset.defaultCharset()
        : Charset.forName((String) constant(Class.forName(ENCODING_OWNER), "SUN_JNU_ENCODING"));
  }

  /** The variables of the running process. */
  public static ProcessVariables ofThisProcess() {
    try {
      return new ProcessVariables();
    } catch (ReflectiveOperationException otherJdk) {
      throw new IllegalStateException("this JDK keeps its environment elsewhere", otherJdk);
    }
  }

  /** Makes the environment these variables and no others, in this order as far as the map keeps it. */
  public void replace(String[] names, String[] values) {
    HashMap<Object, Object> map = map();
    map.clear();
    // As in the recorded process, where the table was made for the variables it had.
    UNSAFE.putReference(map, UNSAFE.objectFieldOffset(HashMap.class, "table"), null);
    UNSAFE.putInt(
        map, UNSAFE.objectFieldOffset(HashMap.class, "threshold"), tableSize(names.length + 3));
    for (int i = 0; i < names.length; i++) {
      map.put(data(variable, names[i]), data(value, values[i]));
    }
  }

  /** What {@code System.getenv()} returns. */
  Object unmodifiable() {
    return constant(owner, "theUnmodifiableEnvironment");
  }

  /** What {@code ProcessBuilder.environment()} returns the first time. */
  Object copy() {
    try {
      Class<?> view = Class.forName(OWNER + "$StringEnvironment");
      Object copy = UNSAFE.allocateInstance(view);
      UNSAFE.putReference(copy, UNSAFE.objectFieldOffset(view, "m"), map().clone());
      return copy;
    } catch (ReflectiveOperationException otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
  }

  private Object data(Class<?> type, String content) {
    try {
      Object data = UNSAFE.allocateInstance(type);
      UNSAFE.putReference(data, text, content);
      UNSAFE.putReference(data, bytes, content.getBytes(charset));
      return data;
    } catch (InstantiationException otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
  }

  @SuppressWarnings("unchecked")
  private HashMap<Object, Object> map() {
    return (HashMap<Object, Object>) (Map<?, ?>) constant(owner, "theEnvironment");
  }

  private static Object constant(Class<?> owner, String name) {
    try {
      java.lang.reflect.Field field = owner.getDeclaredField(name);
      return UNSAFE.getReference(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
    } catch (NoSuchFieldException otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
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
