package dev.tapedeck.runner.report;

import dev.tapedeck.tape.ClassInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Finds the classes of a program that are not those of its recording. Done after a divergence only: it reads them all. */
public final class ChangedClasses {
  private ChangedClasses() {}

  /** The names of the recorded classes that the entries hold in another form. What they do not hold is not told. */
  public static List<String> among(List<ClassInfo> recorded, List<Path> entries) {
    List<String> changed = new ArrayList<>();
    List<ClassInfo> open = recorded;
    // As a class loader does: the first entry that has the class counts.
    for (Path entry : entries) {
      try (Source source = Source.of(entry)) {
        open = open.stream().filter(info -> !settled(info, source, changed)).toList();
      } catch (IOException e) {
        // What cannot be read cannot be compared.
      }
    }
    return changed;
  }

  private static boolean settled(ClassInfo info, Source source, List<String> changed) {
    byte[] bytes = source.read(info.name().replace('.', '/') + ".class");
    if (bytes == null) {
      return false;
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    if ((int) crc.getValue() != info.crc32c()) {
      changed.add(info.name());
    }
    return true;
  }

  /** An entry of a class path: a directory or a jar. */
  private record Source(@Nullable Path directory, @Nullable ZipFile jar) implements AutoCloseable {

    static Source of(Path entry) throws IOException {
      return Files.isDirectory(entry)
          ? new Source(entry, null)
          : new Source(null, new ZipFile(entry.toFile()));
    }

    byte @Nullable [] read(String name) {
      try {
        if (directory != null) {
          Path file = directory.resolve(name);
          return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        }
        ZipEntry found = jar == null ? null : jar.getEntry(name);
        if (jar == null || found == null) {
          return null;
        }
        try (var in = jar.getInputStream(found)) {
          return in.readAllBytes();
        }
      } catch (IOException e) {
        return null;
      }
    }

    @Override
    public void close() throws IOException {
      if (jar != null) {
        jar.close();
      }
    }
  }
}
