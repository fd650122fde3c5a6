package dev.tapedeck.boundary;

import java.util.concurrent.ConcurrentHashMap;

/** In a recording: the files whose content the tape tells, because the program has made or changed them. */
final class Known {

  private static final ConcurrentHashMap<String, Boolean> PATHS = new ConcurrentHashMap<>();

  private Known() {}

  static void add(String path) {
    PATHS.put(PassThrough.absolute(path), true);
  }

  static boolean has(String path) {
    return PATHS.containsKey(PassThrough.absolute(path));
  }

  static void remove(String path) {
    PATHS.remove(PassThrough.absolute(path));
  }

  static void rename(String from, String to) {
    if (has(from)) {
      remove(from);
      add(to);
    }
  }

  /** With all that is below it. */
  static void renameDirectory(String from, String to) {
    rename(from, to);
    String old = PassThrough.absolute(from) + "/";
    String now = PassThrough.absolute(to) + "/";
    for (String path : PATHS.keySet()) {
      if (path.startsWith(old)) {
        PATHS.remove(path);
        PATHS.put(now + path.substring(old.length()), true);
      }
    }
  }
}
