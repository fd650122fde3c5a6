package dev.tapedeck.session;

import dev.tapedeck.tape.MethodOrder;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Describes the order in which methods are listed, independently of the process, and restores it. */
final class MethodOrders {

  private MethodOrders() {}

  static MethodOrder of(Class<?> type, boolean publicOnly, Method[] listed) {
    String[] texts = texts(listed);
    String[] sorted = texts.clone();
    Arrays.sort(sorted);
    char[] order = new char[texts.length];
    for (int i = 0; i < texts.length; i++) {
      order[i] = (char) Arrays.binarySearch(sorted, texts[i]);
    }
    return new MethodOrder(type.getName(), publicOnly, new String(order));
  }

  /** The methods in that order; as they are listed when they are not those that were recorded. */
  static Method[] restored(MethodOrder recorded, Method[] listed) {
    String order = recorded.order();
    if (order.length() != listed.length) {
      return listed;
    }
    String[] texts = texts(listed);
    String[] sorted = texts.clone();
    Arrays.sort(sorted);
    Method[] bySorted = new Method[listed.length];
    for (int i = 0; i < listed.length; i++) {
      bySorted[Arrays.binarySearch(sorted, texts[i])] = listed[i];
    }
    Method[] restored = new Method[listed.length];
    for (int i = 0; i < restored.length; i++) {
      int place = order.charAt(i);
      if (place >= bySorted.length || bySorted[place] == null) {
        return listed;
      }
      restored[i] = bySorted[place];
    }
    return restored;
  }

  /** No two methods of a class share a name and a descriptor (JVMS 4.6). */
  private static String[] texts(Method[] methods) {
    String[] texts = new String[methods.length];
    for (int i = 0; i < texts.length; i++) {
      StringBuilder text = new StringBuilder(methods[i].getName()).append('(');
      for (Class<?> parameter : methods[i].getParameterTypes()) {
        text.append(parameter.getName()).append(',');
      }
      texts[i] = text.append(methods[i].getReturnType().getName()).toString();
    }
    return texts;
  }
}
