package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.portable.PackedClasses;
import dev.tapedeck.runner.speech.Trouble;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes of a replayed program come from and how its main class is named.
 *
 * @param entries the class path and the module path, absolute
 * @param flags for the command line: class path or module path
 * @param mainAndArguments the end of the command line
 * @param replaceModulePath whether the recorded module path must not be used
 */
public record ReplayClasses(
    List<Path> entries,
    List<String> flags,
    List<String> mainAndArguments,
    boolean replaceModulePath) {

  /** The jars and directories that hold the program's classes. */
  public List<Path> holders() {
    return ModulePath.modules(entries);
  }

  /** As recorded: relative entries stay relative where the recorded working directory still exists. */
  static ReplayClasses recorded(RecordedProgram program, boolean sameDirectory) {
    ReplayClasses absolute = located(program, path -> path);
    if (!sameDirectory) {
      return absolute;
    }
    boolean named = !program.mainKind().equals("jar") && !program.classPath().isEmpty();
    return new ReplayClasses(
        absolute.entries(),
        named ? List.of("-cp", String.join(File.pathSeparator, program.classPath())) : List.of(),
        program.mainAndArguments(),
        false);
  }

  /** Those that came with the tape. */
  static ReplayClasses packed(RecordedProgram program, Path root) {
    return located(program, path -> PackedClasses.place(root, path));
  }

  private static ReplayClasses located(RecordedProgram program, UnaryOperator<Path> place) {
    List<Path> classPath =
        program.classPath().stream().map(program.cwd()::resolve).map(place).toList();
    List<Path> modulePath = ModulePath.entries(program.modulePath(), program.cwd()).stream()
        .map(place)
        .toList();
    List<String> flags = new ArrayList<>();
    List<String> main = program.mainAndArguments();
    if (!modulePath.isEmpty()) {
      flags.add("--module-path=" + joined(modulePath));
    }
    if (program.mainKind().equals("jar")) {
      main.set(1, place.apply(program.cwd().resolve(program.main())).toString());
    } else if (!classPath.isEmpty()) {
      flags.addAll(List.of("-cp", joined(classPath)));
    }
    List<Path> entries = new ArrayList<>(classPath);
    entries.addAll(modulePath);
    return new ReplayClasses(entries, flags, main, !modulePath.isEmpty());
  }

  /** From a path that the user gave, relative to where the command runs. */
  static ReplayClasses given(RecordedProgram program, String path) {
    List<Path> entries = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      Path absolute = Path.of(entry).toAbsolutePath().normalize();
      if (!entry.endsWith("*") && !Files.exists(absolute)) {
        throw new Trouble("--class-path: there is no " + entry);
      }
      entries.add(absolute);
    }
    String absolute = joined(entries);
    List<String> main = program.mainAndArguments();
    return switch (program.mainKind()) {
      case "module" -> new ReplayClasses(entries, List.of("--module-path=" + absolute), main, true);
      case "jar" -> jar(program, entries, absolute, main);
      default -> new ReplayClasses(entries, List.of("-cp", absolute), main, false);
    };
  }

  private static ReplayClasses jar(
      RecordedProgram program, List<Path> entries, String absolute, List<String> main) {
    if (entries.size() == 1 && mainClass(entries.get(0)) != null) {
      main.set(1, absolute);
      return new ReplayClasses(entries, List.of(), main, false);
    }
    String mainClass = Optional.ofNullable(mainClass(program.cwd().resolve(program.main())))
        .or(() -> entries.stream()
            .map(ReplayClasses::mainClass)
            .filter(name -> name != null)
            .findFirst())
        .orElseThrow(
            () -> new Trouble(
                "--class-path: no jar there names a Main-Class, and the program was started with -jar"));
    main.subList(0, 2).clear();
    main.add(0, mainClass);
    return new ReplayClasses(entries, List.of("-cp", absolute), main, false);
  }

  private static String joined(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  private static @Nullable String mainClass(Path jar) {
    if (!Files.isRegularFile(jar)) {
      return null;
    }
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      return file.getManifest() == null
          ? null
          : file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    } catch (IOException e) {
      return null;
    }
  }
}
