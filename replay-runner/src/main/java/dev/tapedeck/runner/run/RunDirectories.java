package dev.tapedeck.runner.run;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The runs beneath a base directory, {@code YYYY/MM/DD/run-…}. */
public final class RunDirectories {
  private static final String HEADER = "header";
  private static final int DEPTH = 5;

  private RunDirectories() {}

  public static boolean isRun(Path directory) {
    return Files.isRegularFile(directory.resolve(HEADER));
  }

  public static Optional<Path> newest(Path base) {
    return newestFirst(base).stream().findFirst();
  }

  /** All runs beneath {@code base}. What cannot be looked into is left out. */
  public static List<Path> newestFirst(Path base) {
    if (isRun(base)) {
      return List.of(base);
    }
    List<Path> runs = new ArrayList<>();
    walk(base, runs::add, file -> {});
    // The name tells the second; two runs of one second are told apart by their header.
    runs.sort(Comparator.comparing(
            (Path run) -> run.getFileName().toString().substring(0, nameLength(run)))
        .thenComparing(RunDirectories::writtenAt)
        .reversed());
    return runs;
  }

  /** The portable tapes beneath {@code base}, by their names. What cannot be looked into is left out. */
  public static List<Path> portable(Path base) {
    List<Path> tapes = new ArrayList<>();
    walk(base, run -> {}, file -> {
      String name = file.getFileName().toString();
      if (name.endsWith(".tape.zip") || name.endsWith(".tape")) {
        tapes.add(file);
      }
    });
    Collections.sort(tapes);
    return tapes;
  }

  private static void walk(Path base, Consumer<Path> runs, Consumer<Path> files) {
    FileVisitor<Path> collect = new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (!isRun(directory)) {
          return FileVisitResult.CONTINUE;
        }
        runs.accept(directory);
        return FileVisitResult.SKIP_SUBTREE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
          files.accept(file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
      }
    };
    try {
      Files.walkFileTree(base, EnumSet.noneOf(FileVisitOption.class), DEPTH, collect);
    } catch (IOException e) {
      throw new Trouble("cannot look for runs beneath " + base + ": " + e.getMessage(), e);
    }
  }

  private static int nameLength(Path run) {
    return Math.min(run.getFileName().toString().length(), "run-YYYY-MM-DDTHH-MM-SS".length());
  }

  /** When a run's header was written. */
  public static Instant writtenAt(Path run) {
    try {
      return Files.getLastModifiedTime(run.resolve(HEADER)).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}
