package dev.tapedeck.tape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarDigestTest {

  @TempDir
  Path directory;

  @Test
  void otherContentIsAnotherDigest() throws Exception {
    assertThat(JarDigest.of(jar("a", "one", "").toFile()))
        .matches("[0-9a-f]{1,8}:[0-9]+")
        .isEqualTo(JarDigest.of(jar("b", "one", "").toFile()))
        .isNotEqualTo(JarDigest.of(jar("c", "two", "").toFile()));
  }

  @Test
  void aLongCommentMayFollow() throws Exception {
    assertThat(JarDigest.of(jar("a", "one", "x".repeat(60_000)).toFile())).isNotEmpty();
  }

  @Test
  void whatIsNoJarHasNone() throws Exception {
    assertThat(JarDigest.of(Files.writeString(directory.resolve("a"), "no jar").toFile()))
        .isEmpty();
    assertThat(JarDigest.of(directory.toFile())).isEmpty();
    assertThat(JarDigest.of(directory.resolve("gone").toFile())).isEmpty();
  }

  private Path jar(String name, String content, String comment) throws Exception {
    Path jar = directory.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.setComment(comment);
      ZipEntry entry = new ZipEntry("entry");
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(content.getBytes(UTF_8));
    }
    return jar;
  }
}
