package dev.tapedeck.boundary;

import java.tapedeck.HttpBody;
import org.jspecify.annotations.Nullable;

/** What is different in Apache's HttpClient 4 and 5: names, and how a response is made. */
abstract class ApacheVersion {

  /** The field of an entity that holds its stream. */
  static final String CONTENT = "content";

  private static final String ENTITY = "entity ";
  private static final String CHUNKED = "chunked";

  /** The request of a call that has come to the door. */
  abstract Object request(Crossing crossing);

  /** The name of the interface of bodies. */
  abstract String entityType();

  abstract HttpAsked asked(Crossing crossing, HttpSecrets secrets) throws Throwable;

  abstract HttpAnswer answer(Object response, @Nullable Object entity) throws Throwable;

  /** A response with what is on the tape. */
  abstract Object response(Crossing crossing, HttpAnswer told, HttpBody body) throws Throwable;

  /** The library's own entity of a response, whatever is around it; null for none. */
  final @Nullable Object received(Object response) throws Throwable {
    Object entity = Members.call(response, "getEntity");
    while (entity != null && !Offsets.has(entity, CONTENT)) {
      entity = Offsets.reference(entity, "wrappedEntity");
    }
    return entity;
  }

  static String[] facts(@Nullable Object entity) throws Throwable {
    if (entity == null) {
      return new String[0];
    }
    boolean isChunked = Boolean.TRUE.equals(Members.call(entity, "isChunked"));
    String length = ENTITY + Members.call(entity, "getContentLength");
    return isChunked ? new String[] {length, CHUNKED} : new String[] {length};
  }

  static boolean hasEntity(HttpAnswer told) {
    return told.facts.length > 0;
  }

  static long length(HttpAnswer told) {
    return Long.parseLong(told.facts[0].substring(ENTITY.length()));
  }

  static boolean isChunked(HttpAnswer told) {
    return told.says(CHUNKED);
  }

  /** The headers of a message, which has them as an array. */
  static HttpHead head(@Nullable Object headers) throws Throwable {
    HttpHead head = new HttpHead();
    if (headers instanceof Object[] all) {
      for (Object header : all) {
        head.add(
            String.valueOf(Members.call(header, "getName")),
            String.valueOf(Members.call(header, "getValue")));
      }
    }
    return head;
  }

  static void fill(Object message, HttpHead head) throws Throwable {
    for (int i = 0; i < head.size(); i++) {
      Members.call(message, "addHeader", head.name(i), head.value(i));
    }
  }

  static Object nonNull(@Nullable Object object) {
    if (object == null) {
      throw new IllegalStateException("the library told nothing");
    }
    return object;
  }

  /** Major and minor number, of {@code HTTP/1.1}. */
  static int[] numbers(String version) {
    int dot = version.lastIndexOf('.');
    int slash = version.lastIndexOf('/');
    return new int[] {
      Integer.parseInt(version.substring(slash + 1, dot)),
      Integer.parseInt(version.substring(dot + 1))
    };
  }
}
