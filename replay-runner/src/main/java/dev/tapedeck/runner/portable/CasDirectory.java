package dev.tapedeck.runner.portable;

import dev.tapedeck.runner.json.CasSink;
import dev.tapedeck.runner.json.CasSource;
import dev.tapedeck.tape.Payload;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The directory beside a tape that holds the bytes that do not stand in its lines, a file each, named by their hash. */
final class CasDirectory implements CasSink, CasSource {
  private final Path directory;
  private final Set<String> kept = new HashSet<>();

  private CasDirectory(Path directory) {
    this.directory = directory;
  }

  /** That of the tape. */
  static CasDirectory of(Path tape) {
    return new CasDirectory(tape.resolveSibling(tape.getFileName() + ".cas"));
  }

  @Override
  public void keep(String hash, List<Payload> pieces) throws IOException {
    if (!kept.add(hash)) {
      return;
    }
    Files.createDirectories(directory);
    // Made whole under another name first: what has a hash for its name is what was hashed.
    Path made = Files.createTempFile(directory, ".", ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
      for (Payload piece : pieces) {
        piece.copyTo((bytes, length) -> out.write(bytes, 0, length));
      }
    }
    Files.move(made, directory.resolve(hash), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Of all that is there. */
  Stream<String> names() throws IOException {
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Override
  public OptionalLong length(String hash) {
    Path file = directory.resolve(hash);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? OptionalLong.of(Files.size(file))
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public InputStream open(String hash) throws IOException {
    return Files.newInputStream(directory.resolve(hash), LinkOption.NOFOLLOW_LINKS);
  }
}
