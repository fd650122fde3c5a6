package dev.tapedeck.boundary;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

/** Where class loaders of the program look for classes: to a replay these belong to the program, as the class path does. */
public final class SearchedPaths {

  private static final String NESTED = "jar:";
  private static final String FILE = "file:";

  private SearchedPaths() {}

  /** From now on reading there is no question. Takes a URL, or an array of them. */
  public static void add(Object searched) {
    if (searched instanceof URL url) {
      addOne(url);
    } else if (searched instanceof URL[] urls) {
      for (URL url : urls) {
        if (url != null) {
          addOne(url);
        }
      }
    }
  }

  private static void addOne(URL url) {
    String text = url.toString();
    int inside = text.indexOf("!/");
    if (text.startsWith(NESTED) && inside > 0) {
      text = text.substring(NESTED.length(), inside);
    }
    if (text.startsWith(FILE)) {
      PassThrough.search(path(text));
    }
  }

  private static String path(String file) {
    try {
      String path = new URI(file).getPath();
      if (path != null) {
        return path;
      }
    } catch (URISyntaxException unusual) {
      // as the JDK does: what is no URI is taken as it stands
    }
    return file.substring(FILE.length());
  }
}
