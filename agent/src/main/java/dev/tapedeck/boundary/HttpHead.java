package dev.tapedeck.boundary;

import java.util.ArrayList;
import java.util.List;

/** The headers of a request or a response, in order. */
final class HttpHead {

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  /** Headers from the tape: fields with names and, next to it, values. */
  static HttpHead of(Told answer, int field) {
    HttpHead head = new HttpHead();
    String[] names = answer.stringsAt(field);
    String[] values = answer.stringsAt(field + 1);
    for (int i = 0; names != null && values != null && i < names.length; i++) {
      head.add(names[i], values[i]);
    }
    return head;
  }

  void add(String name, String value) {
    names.add(name);
    values.add(value);
  }

  int size() {
    return names.size();
  }

  String name(int index) {
    return names.get(index);
  }

  String value(int index) {
    return values.get(index);
  }

  /** Puts names and values, without what is secret. */
  void put(FieldSink sink, HttpSecrets secrets) {
    String[] shown = new String[values.size()];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = secrets.header(names.get(i), values.get(i));
    }
    sink.putStrings(names.toArray(new String[0]));
    sink.putStrings(shown);
  }
}
