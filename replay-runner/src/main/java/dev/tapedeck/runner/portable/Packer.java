package dev.tapedeck.runner.portable;

import dev.tapedeck.runner.json.CasSink;
import dev.tapedeck.runner.json.JsonTape;
import dev.tapedeck.runner.run.Annotations;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a {@code .tape.zip}: the bytes in the order in which the tape names them first, then the tape, then what people
 * noted on it, then the program's classes by name. Nothing in it says when or where it was packed, so the same tape gives
 * the same bytes.
 */
final class Packer implements CasSink {
  /** Twice as fast as the usual 6 on the lines of a tape, which become a ninth instead of a tenth. */
  private static final int LEVEL = 3;

  /** Not the first day a zip can tell: of that one the JDK notes the moment too, which depends on the time zone. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream zip;
  private final Set<String> kept = new HashSet<>();

  private Packer(ZipOutputStream zip) {
    this.zip = zip;
    zip.setLevel(LEVEL);
  }

  /**
   * Packs the tape. The file is there when all of it is, and is for its owner alone.
   *
   * @param classes files by the names of their entries
   */
  static void pack(TapeReader tape, Map<String, Path> classes, Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Path made = Files.createTempFile(directory, ".tapedeck-", ".part");
    Path lines = Files.createTempFile(directory, ".tapedeck-", ".part");
    try {
      try (ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(made)))) {
        Packer packer = new Packer(zip);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines), 1 << 16)) {
          JsonTape.whole(tape, packer).write(out);
        }
        packer.file(ZipNames.TAPE, lines);
        Path annotations = Annotations.fileOf(tape.directory());
        if (Files.exists(annotations)) {
          packer.file(ZipNames.ANNOTATIONS, annotations);
        }
        for (Map.Entry<String, Path> entry : classes.entrySet()) {
          packer.file(entry.getKey(), entry.getValue());
        }
      }
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
      // Of what was there under that name before.
      Files.deleteIfExists(Annotations.fileOf(file));
    } finally {
      Files.deleteIfExists(made);
      Files.deleteIfExists(lines);
    }
  }

  @Override
  public void keep(String hash, List<Payload> pieces) throws IOException {
    if (!kept.add(hash)) {
      return;
    }
    begin(ZipNames.CAS + hash);
    for (Payload piece : pieces) {
      piece.copyTo((bytes, length) -> zip.write(bytes, 0, length));
    }
    zip.closeEntry();
  }

  private void file(String name, Path source) throws IOException {
    begin(name);
    Files.copy(source, zip);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
  }
}
