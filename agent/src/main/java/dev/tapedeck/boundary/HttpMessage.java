package dev.tapedeck.boundary;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JDK's {@code sun.net.www.MessageHeader}: pairs in order, the first of which holds the start line. */
final class HttpMessage {

  private static final int FULLNESS = 4;

  private final Object object;

  HttpMessage(Object object) {
    this.object = object;
  }

  private String[] texts(String field) {
    return Offsets.reference(object, field) instanceof String[] texts ? texts : new String[0];
  }

  private int count() {
    return Offsets.intNumber(object, "nkeys");
  }

  /** The line of a request; empty where there is none. */
  String requestLine() {
    return count() == 0 || texts("values")[0] != null ? "" : String.valueOf(texts("keys")[0]);
  }

  /** The line of a response; empty where there is none. */
  String statusLine() {
    return count() == 0 || texts("keys")[0] != null ? "" : String.valueOf(texts("values")[0]);
  }

  /** What follows the first line. */
  HttpHead head() {
    HttpHead head = new HttpHead();
    String[] names = texts("keys");
    String[] values = texts("values");
    for (int i = 0; i < count(); i++) {
      if (names[i] != null && values[i] != null) {
        head.add(names[i], values[i]);
      }
    }
    return head;
  }

  /** As the JDK hands them to a program's cookies. */
  @SuppressWarnings("unchecked") // it says so there
  Map<String, List<String>> headers() {
    Object headers = called(object.getClass(), "getHeaders", object);
    return headers instanceof Map<?, ?> map ? (Map<String, List<String>>) map : Map.of();
  }

  /** The address as the JDK hands it to a program's cookies; null where it is none. */
  static @Nullable URI uri(URL url) {
    Class<?> parser = Offsets.type("sun.net.www.ParseUtil");
    return called(parser, "toURI", null, url) instanceof URI uri ? uri : null;
  }

  private static @Nullable Object called(
      Class<?> type, String name, @Nullable Object self, Object... arguments) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        try {
          method.setAccessible(true);
          return method.invoke(self, arguments);
        } catch (ReflectiveOperationException theirs) {
          throw new IllegalStateException(type + "." + name + " failed", theirs);
        }
      }
    }
    throw new IllegalStateException("this JDK has no " + type.getName() + "." + name);
  }

  /** Becomes a response. */
  void fill(String statusLine, HttpHead head) {
    int count = head.size() + 1;
    String[] names = new String[count + FULLNESS];
    String[] values = new String[count + FULLNESS];
    values[0] = statusLine;
    for (int i = 1; i < count; i++) {
      names[i] = head.name(i - 1);
      values[i] = head.value(i - 1);
    }
    Offsets.put(object, "keys", names);
    Offsets.put(object, "values", values);
    Offsets.putInt(object, "nkeys", count);
  }

  @Override
  public String toString() {
    return Arrays.toString(texts("keys"));
  }
}
