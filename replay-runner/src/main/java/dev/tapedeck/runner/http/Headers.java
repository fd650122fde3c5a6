package dev.tapedeck.runner.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers in order; a name may come several times. */
public record Headers(List<Header> all) {

  /** One of them. */
  public record Header(String name, String value) {}

  static Headers of(@Nullable Object names, @Nullable Object values) {
    List<Header> all = new ArrayList<>();
    if (names instanceof List<?> left && values instanceof List<?> right) {
      for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
        all.add(new Header(String.valueOf(left.get(i)), String.valueOf(right.get(i))));
      }
    }
    return new Headers(all);
  }

  /** The first of that name, or an empty text. */
  public String first(String name) {
    for (Header header : all) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return "";
  }
}
