package dev.tapedeck.boundary;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.misc.VM;

/**
 * The files that a replay has too: those of the JDK, and what is on the class path or module path.
 *
 * <p>Decided by the path alone, so that a recording and its replay decide alike whatever is on disk.
 */
final class PassThrough {

  private static final String WORKING_DIRECTORY = System.getProperty("user.dir", "/");
  private static final Set<String> FILES = new HashSet<>();
  private static final List<String> DIRECTORIES = new ArrayList<>();

  /** Class path directories in which the program works: only their classes pass. */
  private static final List<String> SHARED = new ArrayList<>();

  static {
    String home = directory(System.getProperty("java.home", "/none"));
    DIRECTORIES.add(home);
    addBehind(home, home + "conf/net.properties");
    for (String name : new String[] {"java.class.path", "jdk.module.path"}) {
      addAll(System.getProperty(name)); // as it was recorded
      addAll(VM.getSavedProperty(name)); // as it is now
    }
  }

  /** What the program has written, and would look for in vain in a replay. */
  private static final ConcurrentHashMap<String, Boolean> WRITTEN = new ConcurrentHashMap<>();

  /** What class loaders of the program search: jars (true), and directories for classes. */
  private static final ConcurrentHashMap<String, Boolean> SEARCHED = new ConcurrentHashMap<>();

  private PassThrough() {}

  /** From now on what is there passes, as on the class path. */
  static void search(String path) {
    SEARCHED.put(absolute(path), !path.endsWith("/"));
  }

  /** Whether the JDK has it open, or may have, from before the program began. */
  static boolean isOnClassPath(String path) {
    String full = absolute(path);
    return FILES.contains(full) || isBelow(full, DIRECTORIES);
  }

  /** From now on the path is the program's own, whoever reads it. */
  static void written(String path) {
    WRITTEN.put(absolute(path), true);
  }

  static boolean isWritten(String path) {
    return !WRITTEN.isEmpty() && WRITTEN.containsKey(absolute(path));
  }

  /** Whether reading is no question; where the program has written what is read, it is one for everybody. */
  static boolean passes(Crossing crossing, String path) {
    if (isWritten(path)) {
      crossing.forAll = true;
      return false;
    }
    return covers(path);
  }

  /** Whether the path is one that a replay has too. */
  private static boolean covers(String path) {
    if (isOnClassPath(path)) {
      return true;
    }
    String full = absolute(path);
    boolean isClass = full.endsWith(".class");
    return isClass && isBelow(full, SHARED) || isSearched(full, isClass);
  }

  private static boolean isSearched(String full, boolean isClass) {
    if (SEARCHED.isEmpty()) {
      return false;
    }
    if (!isClass) {
      return SEARCHED.getOrDefault(full, false);
    }
    for (int slash = full.lastIndexOf('/'); slash > 0; slash = full.lastIndexOf('/', slash - 1)) {
      if (SEARCHED.containsKey(full.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  /** Whether writing to the path shows the program's output to whoever looks on. */
  static boolean isTerminal(String path) {
    if (!path.startsWith("/dev/") && !path.startsWith("/proc/self/fd/")) {
      return false; // most are none
    }
    return switch (path) {
      case "/dev/stdout", "/dev/stderr", "/dev/tty" -> true;
      case "/dev/fd/1", "/dev/fd/2", "/proc/self/fd/1", "/proc/self/fd/2" -> true;
      default -> false;
    };
  }

  private static boolean isBelow(String path, List<String> directories) {
    for (int i = 0; i < directories.size(); i++) {
      String directory = directories.get(i);
      if (path.startsWith(directory)
          || path.length() == directory.length() - 1 && directory.startsWith(path)) {
        return true;
      }
    }
    return false;
  }

  /** A JDK's settings may be links to where a system has all settings, and are asked for by that name. */
  private static void addBehind(String home, String setting) {
    try {
      File real = new File(setting).getCanonicalFile();
      if (!real.getPath().startsWith(home)) {
        DIRECTORIES.add(directory(real.getParent()));
      }
    } catch (IOException unknown) {
      // then nobody finds it behind that name either
    }
  }

  private static void addAll(String path) {
    int from = 0;
    while (path != null && from <= path.length()) {
      int separator = path.indexOf(File.pathSeparatorChar, from);
      int end = separator < 0 ? path.length() : separator;
      add(absolute(path.substring(from, end)));
      from = end + 1;
    }
  }

  private static void add(String entry) {
    if (entry.endsWith(".jar") || entry.endsWith(".zip")) {
      FILES.add(entry);
      return;
    }
    String directory = directory(entry);
    List<String> list = directory(WORKING_DIRECTORY).startsWith(directory) ? SHARED : DIRECTORIES;
    if (!list.contains(directory)) {
      list.add(directory);
    }
  }

  private static String directory(String path) {
    return path.endsWith("/") ? path : path + "/";
  }

  static String absolute(String path) {
    String full = fromRoot(path);
    return isPlain(full) ? full : plain(full);
  }

  /** The path from the root on, otherwise as it is. */
  static String fromRoot(String path) {
    return path.startsWith("/") ? path : directory(WORKING_DIRECTORY) + path;
  }

  private static boolean isPlain(String path) {
    return !path.contains("//") && !path.contains("/.") && !path.endsWith("/");
  }

  /** The path without empty and dotted parts. */
  private static String plain(String path) {
    List<String> parts = new ArrayList<>();
    int from = 1;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(from, end);
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
      from = end + 1;
    }
    StringBuilder plain = new StringBuilder(path.length());
    for (int i = 0; i < parts.size(); i++) {
      plain.append('/').append(parts.get(i));
    }
    return plain.length() == 0 ? "/" : plain.toString();
  }
}
