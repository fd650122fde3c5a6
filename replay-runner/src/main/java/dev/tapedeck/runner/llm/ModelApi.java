package dev.tapedeck.runner.llm;

import dev.tapedeck.runner.http.Exchange;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * One way to talk to language models.
 *
 * @param provider as it is shown
 * @param path what the whole path of the address must match
 * @param dialect in which requests and responses are written
 */
record ModelApi(String provider, Pattern path, Dialect dialect) {

  boolean isAskedBy(Exchange exchange) {
    return exchange.method().equals("POST")
        && path.matcher(path(exchange.uri())).matches();
  }

  static String path(String uri) {
    try {
      String path = URI.create(uri).getRawPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException odd) {
      return uri;
    }
  }
}
