package dev.tapedeck.runner.portable;

import dev.tapedeck.runner.run.RunDirectories;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The program's classes in a packed tape: each file under the whole path that it has here, so that jars which name others
 * in their manifests find them.
 */
public final class PackedClasses {
  private PackedClasses() {}

  /** Where a file of the machine that packed is beneath an unpacked run; null where no classes were packed. */
  public static @Nullable Path root(Path run) {
    Path root = run.resolve(ZipNames.CLASSES);
    return Files.isDirectory(root) ? root : null;
  }

  /** The place of a file, absolute on the machine that packed, beneath the root. */
  public static Path place(Path root, Path file) {
    return root.resolve(name(file));
  }

  /** All files of the class path by the names of their entries, in order. */
  static Map<String, Path> of(List<Path> classPath) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    Deque<Path> entries = new ArrayDeque<>(classPath);
    while (!entries.isEmpty()) {
      Path entry = entries.remove().toAbsolutePath().normalize();
      if (Files.isDirectory(entry)) {
        directory(entry, files);
      } else if (Files.isRegularFile(entry)
          && files.put(ZipNames.CLASSES + name(entry), entry) == null) {
        entries.addAll(named(entry));
      }
    }
    return files;
  }

  /** Without tapes, which lie where a program runs and are no part of it. */
  private static void directory(Path directory, Map<String, Path> files) throws IOException {
    FileVisitor<Path> collect = new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
        return RunDirectories.isRun(inside)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !file.toString().endsWith(".tape.zip")) {
          files.put(ZipNames.CLASSES + name(file), file);
        }
        return FileVisitResult.CONTINUE;
      }
    };
    Files.walkFileTree(
        directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, collect);
  }

  private static String name(Path file) {
    List<String> segments = new ArrayList<>();
    Path absolute = file.toAbsolutePath().normalize();
    String drive = absolute.getRoot().toString().replaceAll("[/\\\\:]", "");
    if (!drive.isEmpty()) {
      segments.add(drive);
    }
    absolute.forEach(segment -> segments.add(segment.toString()));
    return String.join("/", segments);
  }

  /** The jars that a jar names in its manifest, relative to itself. */
  private static Collection<Path> named(Path jar) {
    List<Path> named = new ArrayList<>();
    for (String url : classPath(jar).strip().split(" +")) {
      try {
        URI there = jar.toUri().resolve(url);
        if (!url.isEmpty() && "file".equals(there.getScheme())) {
          named.add(Path.of(there));
        }
      } catch (IllegalArgumentException e) {
        // Java passes over what is no address, too.
      }
    }
    return named;
  }

  private static String classPath(Path jar) {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      Manifest manifest = file.getManifest();
      String value = manifest == null
          ? null
          : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return value == null ? "" : value;
    } catch (IOException e) {
      return ""; // No jar: a file that stands on the class path all the same.
    }
  }
}
