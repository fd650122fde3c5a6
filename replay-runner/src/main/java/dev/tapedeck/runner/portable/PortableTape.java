package dev.tapedeck.runner.portable;

import dev.tapedeck.runner.json.CasSource;
import dev.tapedeck.runner.json.JsonSummary;
import dev.tapedeck.runner.json.JsonTape;
import dev.tapedeck.runner.json.TapeOfJson;
import dev.tapedeck.runner.run.Annotations;
import dev.tapedeck.runner.run.RunSummary;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What can be done with portable tapes: making them of a run directory, and a run directory of them. */
public final class PortableTape {
  /** So much of what is free on the disk is left to others. */
  private static final int RESERVE = 10;

  private PortableTape() {}

  /** Packs the run into one file; with the jars and directories of classes that are given, none if there are none. */
  public static void pack(TapeReader tape, List<Path> classPath, Path file) throws IOException {
    Map<String, Path> classes = PackedClasses.of(classPath);
    Packer.pack(tape, classes, file);
  }

  /** Writes the run as JSON Lines, and what does not stand in them into {@code FILE.cas}. */
  public static void writeLines(TapeReader tape, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      JsonTape.whole(tape, CasDirectory.of(file)).write(out);
    }
    // Those of what was there under that name before are gone with it.
    Files.deleteIfExists(Annotations.fileOf(file));
    Annotations.copy(tape.directory(), file);
  }

  /** The bytes beside a portable tape that are not what their names say, a sentence each. */
  static List<String> strayBytes(Path file) {
    try {
      if (!isPacked(file)) {
        CasDirectory cas = CasDirectory.of(file);
        return StrayBytes.of(cas.names(), cas);
      }
      try (PackedTape packed = PackedTape.open(file)) {
        return StrayBytes.of(packed.names(), packed);
      }
    } catch (IOException e) {
      throw new Trouble("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** A portable tape at a glance; nothing is unpacked for it. */
  public static RunSummary summary(Path file) {
    try {
      if (!isPacked(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          return JsonSummary.of(file, in);
        }
      }
      try (PackedTape packed = PackedTape.open(file);
          InputStream in = packed.tape()) {
        return JsonSummary.of(file, in);
      }
    } catch (IOException e) {
      throw new Trouble("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whether the file is a packed tape rather than JSON Lines, by how it begins. */
  static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  /**
   * Makes a run directory beneath {@code base}, as a recording would have.
   *
   * @throws Trouble when the file is no portable tape, or the run directory is there
   */
  public static Path unpack(Path file, Path base) {
    Path making = null;
    try {
      Files.createDirectories(base);
      // Elsewhere first: half a run is nobody's.
      making = Files.createTempDirectory(base, ".unpack-");
      Path made = unpackInto(making, file);
      Path run = base.resolve(making.relativize(made));
      if (Files.exists(run)) {
        throw new Trouble("the run is there already: " + run);
      }
      Files.createDirectories(run.getParent());
      return Files.move(made, run);
    } catch (IOException e) {
      throw new Trouble("cannot unpack " + file + ": " + e.getMessage(), e);
    } finally {
      if (making != null) {
        Scratch.delete(making);
      }
    }
  }

  /** Makes a run directory beneath an empty directory, where half a run is left if the file is no portable tape. */
  static Path unpackInto(Path base, Path file) {
    try {
      long room = base.toFile().getUsableSpace();
      long limit = room - room / RESERVE;
      Path run = isPacked(file)
          ? unpackZip(file, base, limit)
          : unpack(file.toString(), file, CasDirectory.of(file), base, limit);
      Annotations.copy(file, run);
      return run;
    } catch (IOException e) {
      throw new Trouble("cannot unpack " + file + ": " + e.getMessage(), e);
    }
  }

  private static Path unpack(String name, Path file, CasSource cas, Path base, long limit)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return TapeOfJson.read(name, in, cas, base, limit);
    }
  }

  private static Path unpackZip(Path file, Path base, long limit) throws IOException {
    try (PackedTape packed = PackedTape.open(file)) {
      long bytes = packed.plainBytes();
      if (bytes > limit) {
        throw ZipNames.refused(
            file, "it would take " + bytes + " bytes, and there is room for " + limit);
      }
      try (InputStream in = packed.tape()) {
        Path run = TapeOfJson.read(file + "!" + ZipNames.TAPE, in, packed, base, limit - bytes);
        packed.unpackClasses(run);
        packed.unpackAnnotations(run);
        return run;
      }
    }
  }
}
