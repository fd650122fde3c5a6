package dev.tapedeck.runner.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A path of modules: each entry a module, or a directory of modules. */
final class ModulePath {
  private ModulePath() {}

  static List<Path> entries(String path, Path directory) {
    List<Path> entries = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        entries.add(directory.resolve(entry));
      }
    }
    return entries;
  }

  /** The jars and directories that hold the modules' classes. */
  static List<Path> modules(List<Path> entries) {
    return entries.stream().flatMap(ModulePath::modules).toList();
  }

  private static Stream<Path> modules(Path entry) {
    if (!Files.isDirectory(entry) || isModule(entry)) {
      return Stream.of(entry);
    }
    try (Stream<Path> files = Files.list(entry)) {
      return files
          .filter(file -> isModule(file) || file.toString().endsWith(".jar"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static boolean isModule(Path directory) {
    return Files.exists(directory.resolve("module-info.class"));
  }
}
