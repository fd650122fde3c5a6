package dev.tapedeck.boundary;

import java.util.Arrays;

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
