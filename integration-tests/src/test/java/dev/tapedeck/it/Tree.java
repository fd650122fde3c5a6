package dev.tapedeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a directory, to be compared. */
final class Tree {

  private Tree() {}

  /** Where a path is kept. */
  static Path below(Path kept, Path path) {
    return kept.resolve(path.toAbsolutePath().toString().substring(1));
  }

  /** Every name below the directory with what is there, byte for byte. */
  static Map<String, String> of(Path directory) {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.toList()) {
        if (!path.equals(directory)) {
          tree.put(directory.relativize(path).toString(), content(path));
        }
      }
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + Files.readSymbolicLink(path);
    }
    if (Files.isDirectory(path)) {
      return "directory";
    }
    byte[] bytes = Files.readAllBytes(path);
    return bytes.length > 200
        ? bytes.length + " bytes " + new BigInteger(1, sha256(bytes)).toString(16)
        : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
