package dev.tapedeck.runner.portable;

import dev.tapedeck.runner.json.CasSource;
import dev.tapedeck.runner.run.Annotations;
import dev.tapedeck.runner.speech.Trouble;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A {@code .tape.zip} to read. Who packed it is not known, so nothing in it is believed. */
final class PackedTape implements CasSource, Closeable {
  private final Path file;
  private final ZipFile zip;

  private PackedTape(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Opens it and looks at all its entries.
   *
   * @throws Trouble when it is no such file
   */
  static PackedTape open(Path file) {
    try {
      PackedTape packed = new PackedTape(file, new ZipFile(file.toFile()));
      try {
        ZipNames.check(file, packed.zip, Files.size(file));
      } catch (Trouble | IOException e) {
        packed.close();
        throw e;
      }
      return packed;
    } catch (IOException | IllegalArgumentException e) {
      throw ZipNames.refused(file, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      throw ZipNames.refused(
          file, "it has more entries than there is memory for: give java more with -Xmx");
    }
  }

  /** The lines. */
  InputStream tape() throws IOException {
    return open(zip.getEntry(ZipNames.TAPE));
  }

  /** Of all bytes that stand under a hash. */
  Stream<String> names() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(ZipNames.CAS) && name.length() > ZipNames.CAS.length())
        .map(name -> name.substring(ZipNames.CAS.length()));
  }

  @Override
  public OptionalLong length(String hash) {
    ZipEntry entry = zip.getEntry(ZipNames.CAS + hash);
    return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.getSize());
  }

  @Override
  public InputStream open(String hash) throws IOException {
    return open(zip.getEntry(ZipNames.CAS + hash));
  }

  /** Puts the program's classes beneath the directory, each where it was on the machine that packed it. */
  void unpackClasses(Path directory) throws IOException {
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!entry.getName().startsWith(ZipNames.CLASSES)) {
        continue;
      }
      Path target = directory.resolve(entry.getName()).normalize();
      if (!target.startsWith(directory)) {
        throw ZipNames.refused(file, "an entry leads out of it");
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.getParent());
        try (InputStream in = open(entry)) {
          Files.copy(in, target);
        }
      }
    }
  }

  /** Puts what people noted where a run directory has it. */
  void unpackAnnotations(Path run) throws IOException {
    ZipEntry entry = zip.getEntry(ZipNames.ANNOTATIONS);
    if (entry != null) {
      try (InputStream in = open(entry)) {
        Files.copy(in, Annotations.fileOf(run));
      }
    }
  }

  /** How many bytes what is unpacked as it is says that it has. */
  long plainBytes() {
    long bytes = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!entry.getName().startsWith(ZipNames.CAS)) {
        bytes = Math.max(bytes, bytes + entry.getSize());
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private InputStream open(ZipEntry entry) throws IOException {
    return new DeclaredLength(zip.getInputStream(entry), entry.getSize());
  }
}
