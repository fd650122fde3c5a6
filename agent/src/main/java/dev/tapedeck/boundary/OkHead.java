package dev.tapedeck.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers and heads of responses, between OkHttp and the tape. */
final class OkHead {

  private static final String FIELD = "namesAndValues";
  private static final String GOES_ON = "goes on";
  private static final String NONE = "none";
  private static final int CONTINUE = 100;

  private OkHead() {}

  /** The headers of a request. */
  static HttpHead of(@Nullable Object headers) {
    return head(flat(headers));
  }

  private static HttpHead head(List<?> flat) {
    HttpHead head = new HttpHead();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      head.add(String.valueOf(flat.get(i)), String.valueOf(flat.get(i + 1)));
    }
    return head;
  }

  /** Names and values, one after the other; what is told of no headers at all. */
  static List<String> flat(@Nullable Object headers) {
    if (headers == null) {
      return List.of(NONE);
    }
    return Offsets.reference(headers, FIELD) instanceof String[] flat
        ? Arrays.asList(flat)
        : List.of();
  }

  /** Headers of the library's; the names and values are known to be as it allows them. */
  static @Nullable Object headers(Object library, List<String> flat) {
    if (flat.equals(List.of(NONE))) {
      return null;
    }
    Object headers = Offsets.allocate(Members.type(library, "okhttp3.Headers"));
    Offsets.put(headers, FIELD, flat.toArray(new String[0]));
    return headers;
  }

  /** What is told of a head; the library has none where the server only asks to go on. */
  static HttpAnswer answer(@Nullable Object builder) {
    if (builder == null) {
      return new HttpAnswer("", CONTINUE, null, new HttpHead(), new String[] {GOES_ON}, null);
    }
    Object headers = Offsets.reference(builder, "headers");
    Object flat = headers == null ? null : Offsets.reference(headers, FIELD);
    return new HttpAnswer(
        String.valueOf(Offsets.reference(builder, "protocol")),
        Offsets.intNumber(builder, "code"),
        (String) Offsets.reference(builder, "message"),
        head(flat instanceof List<?> list ? list : List.of()),
        new String[0],
        builder);
  }

  /** The head in the form that the library knows; null where the server only asks to go on. */
  static @Nullable Object builder(Object library, HttpAnswer answer) throws Throwable {
    if (answer.says(GOES_ON)) {
      return null;
    }
    List<String> flat = new ArrayList<>();
    for (int i = 0; i < answer.head.size(); i++) {
      flat.add(answer.head.name(i));
      flat.add(answer.head.value(i));
    }
    Object builder = Members.make(Members.type(library, "okhttp3.Response$Builder"));
    Object protocol =
        Members.callStatic(Members.type(library, "okhttp3.Protocol"), "get", answer.version);
    Members.call(builder, "protocol", protocol);
    Members.call(builder, "code", (int) answer.status);
    Members.call(builder, "message", answer.reason);
    Members.call(builder, "headers", headers(library, flat));
    return builder;
  }
}
