package dev.tapedeck.boundary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of requests and responses, before they reach the tape.
 *
 * <p>What is left of one is a keyed digest, so that another one is seen as another without being known.
 * What is a placeholder already stays as it is: in a replay the program has been told nothing else, and
 * so it asks as it did when it was recorded.
 */
final class HttpSecrets {

  private static final int SHORTEST = 6; // a variable called ..KEY.. may say "yes"

  private static final int MOST_NAMES = 1000;

  private final Secrets secrets;
  private volatile @Nullable List<String[]> known;

  /** Names that have been looked at: most come again. */
  private final Map<String, Boolean> names = new ConcurrentHashMap<>();

  HttpSecrets(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Whether the header's value is one. */
  boolean isSecret(String header) {
    Boolean isKnown = names.get(header);
    if (isKnown == null) {
      isKnown = hasSecret(header);
      if (names.size() < MOST_NAMES) {
        names.put(header, isKnown);
      }
    }
    return isKnown;
  }

  private boolean hasSecret(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.equals("authorization")
        || name.equals("proxy-authorization")
        || name.equals("cookie")
        || name.equals("cookie2")
        || name.equals("set-cookie")
        || name.equals("set-cookie2")
        || name.contains("token")
        || name.contains("api-key")
        || name.contains("apikey")
        || secrets.isSecret(header)
        || secrets.isSecret(header.replace('-', '_'));
  }

  /** A header's value as it may stand on the tape. */
  String header(String header, String value) {
    String name = header.toLowerCase(Locale.ROOT);
    if (name.equals("location")
        || name.equals("content-location")
        || name.equals("referer")
        || name.equals(":path")) {
      return uri(value);
    }
    if (!isSecret(header)) {
      return withoutKnown(value);
    }
    if (name.startsWith("set-cookie")) {
      int end = value.indexOf(';');
      String cookie = end < 0 ? value : value.substring(0, end);
      return pair(cookie) + (end < 0 ? "" : value.substring(end));
    }
    if (name.startsWith("cookie")) {
      StringBuilder cookies = new StringBuilder();
      for (String cookie : value.split(";", -1)) {
        cookies.append(cookies.length() == 0 ? "" : ";").append(pair(cookie));
      }
      return cookies.toString();
    }
    int space = value.indexOf(' ');
    if (!name.endsWith("authorization") || space < 0) {
      return hidden(value);
    }
    String scheme = value.substring(0, space);
    String rest = value.substring(space + 1);
    return scheme + ' ' + hidden(scheme.equalsIgnoreCase("basic") ? plain(rest) : rest);
  }

  /** {@code name=value}, of which the value is one. */
  private String pair(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? hidden(pair)
        : pair.substring(0, equals + 1) + hidden(pair.substring(equals + 1));
  }

  /** User and password, which may hold placeholders of their own. */
  private static String plain(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException otherwise) {
      return encoded;
    }
  }

  /** An address without user and password, and without what its query calls a key or the like. */
  String uri(String uri) {
    String text = withoutKnown(uri);
    int authority = text.indexOf("://");
    int slash = authority < 0 ? -1 : end(text, authority + 3);
    int user = authority < 0 ? -1 : text.lastIndexOf('@', slash - 1);
    if (user > authority + 3) {
      text = text.substring(0, authority + 3)
          + hidden(text.substring(authority + 3, user))
          + text.substring(user);
    }
    int query = text.indexOf('?');
    if (query < 0) {
      return text;
    }
    int hash = text.indexOf('#', query);
    int end = hash < 0 ? text.length() : hash;
    StringBuilder shown = new StringBuilder(text.substring(0, query));
    char before = '?';
    for (String parameter : text.substring(query + 1, end).split("&", -1)) {
      int equals = parameter.indexOf('=');
      boolean isHidden = equals > 0 && isSecret(parameter.substring(0, equals));
      shown.append(before).append(isHidden ? pair(parameter) : parameter);
      before = '&';
    }
    return shown.append(text.substring(end)).toString();
  }

  private static int end(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '/' || letter == '?' || letter == '#') {
        return i;
      }
    }
    return text.length();
  }

  private String hidden(String value) {
    String text = withoutKnown(value);
    return text.startsWith(Secrets.PLACEHOLDER) || text.isEmpty()
        ? text
        : Secrets.PLACEHOLDER + secrets.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts placeholders where the value of a secret environment variable stands. */
  String withoutKnown(String value) {
    String text = value;
    for (String[] secret : known()) {
      text = text.replace(secret[0], secret[1]);
    }
    SecretFields fields = secrets.fields();
    return fields == null ? text : fields.without(text);
  }

  /** A whole body as it may stand on the tape. */
  byte @Nullable [] body(byte @Nullable [] bytes) {
    SecretFields fields = secrets.fields();
    return bytes == null || fields == null
        ? bytes
        : new JsonBody(fields).hide(bytes, 0, bytes.length);
  }

  /** Who looks through a body that comes in pieces; null where nobody need. */
  @Nullable
  JsonBody pieces() {
    SecretFields fields = secrets.fields();
    return fields == null ? null : new JsonBody(fields);
  }

  private List<String[]> known() {
    List<String[]> found = known;
    if (found == null) {
      found = new ArrayList<>();
      for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
        String value = variable.getValue();
        if (value.length() >= SHORTEST
            && !value.startsWith(Secrets.PLACEHOLDER)
            && secrets.isSecret(variable.getKey())) {
          found.add(new String[] {value, Secrets.placeholder(variable.getKey())});
        }
      }
      known = found;
    }
    return found;
  }
}
