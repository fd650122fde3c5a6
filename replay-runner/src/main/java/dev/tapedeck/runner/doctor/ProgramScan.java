package dev.tapedeck.runner.doctor;

import dev.tapedeck.runner.speech.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks through a program's jars and directories of classes. */
final class ProgramScan {
  private static final String CLASS = ".class";

  /** Inside of which everything is behind the library's own boundary. */
  private static final List<String> OPAQUE =
      List.of("okhttp3/", "okio/", "org/apache/http/", "org/apache/hc/", "module-info");

  /** Jars within a jar, as Spring Boot and web archives have them. */
  private static final List<String> LIBRARIES = List.of("BOOT-INF/lib/", "WEB-INF/lib/", "lib/");

  private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

  /** No class file is longer; what a jar claims need not be true. */
  private static final int LARGEST = 64 << 20;

  private final Predicate<String> wanted;
  private final SortedMap<OutwardCall, Integer> calls = new TreeMap<>();
  private final List<String> unreadable = new ArrayList<>();
  private int classes;

  /** Looks at those classes alone; their names have dots. */
  ProgramScan(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  /** What was found, and how often it stands there. */
  SortedMap<OutwardCall, Integer> calls() {
    return calls;
  }

  /** Class files that could not be read, with the reason. */
  List<String> unreadable() {
    return unreadable;
  }

  /** How many classes were looked at. */
  int classes() {
    return classes;
  }

  /** A jar, or a directory of classes. */
  void scan(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        directory(entry);
      } else {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(entry))) {
          jar(entry.toString(), in);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Trouble("cannot read " + entry + ": " + e.getMessage(), e);
    }
  }

  private void directory(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(CLASS)) {
          classFile(file.toString(), name, Files.readAllBytes(file));
        }
      }
    }
  }

  private void jar(String jar, InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    ZipEntry first = zip.getNextEntry();
    if (first == null) {
      throw new IOException("it is no jar");
    }
    for (ZipEntry entry = first; entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      String place = jar + "!" + name;
      if (name.endsWith(CLASS) && !name.startsWith("META-INF/")) {
        classFile(place, withoutRoot(name), zip.readNBytes(LARGEST));
      } else if (name.endsWith(".jar") && LIBRARIES.stream().anyMatch(name::startsWith)) {
        jar(place, zip);
      }
    }
  }

  private void classFile(String place, String name, byte[] bytes) {
    String className = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
    if (OPAQUE.stream().anyMatch(name::startsWith) || !wanted.test(className)) {
      return;
    }
    classes++;
    try {
      ClassScan.scan(bytes, call -> calls.merge(call, 1, Integer::sum));
    } catch (RuntimeException e) { // whatever a damaged file brings ASM to
      unreadable.add(place + ": " + (e.getMessage() == null ? "no class file" : e.getMessage()));
    }
  }

  private static String withoutRoot(String name) {
    for (String root : ROOTS) {
      if (name.startsWith(root)) {
        return name.substring(root.length());
      }
    }
    return name;
  }
}
