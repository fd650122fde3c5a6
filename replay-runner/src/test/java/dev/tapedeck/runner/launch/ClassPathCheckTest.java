package dev.tapedeck.runner.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.JarDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathCheckTest {
  @TempDir
  Path directory;

  @Test
  void theSameJarIsFine() throws Exception {
    Path jar = jar("a.jar", "one");
    assertThat(check(jar, JarDigest.of(jar.toFile()))).isEmpty();
  }

  @Test
  void anotherJarIsNamed() throws Exception {
    String recorded = JarDigest.of(jar("a.jar", "one").toFile());
    Path jar = jar("a.jar", "two");
    assertThat(check(jar, recorded)).singleElement().asString().contains(jar.toString());
  }

  @Test
  void aMissingJarIsTroubleWithARemedy() {
    assertThatThrownBy(() -> check(directory.resolve("gone.jar"), "1:2"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("gone.jar")
        .hasMessageContaining("--class-path");
  }

  private List<String> check(Path entry, String recorded) {
    RecordedProgram program = new RecordedProgram(
        "class",
        "Main",
        List.of(),
        List.of(entry.toString()),
        List.of(recorded),
        "",
        directory,
        "",
        "",
        "",
        List.of(),
        "",
        Map.of(),
        Map.of(),
        List.of(),
        "",
        1);
    return ClassPathCheck.of(program, List.of(entry));
  }

  private Path jar(String name, String content) throws Exception {
    Path jar = directory.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("entry"));
      zip.write(content.getBytes(UTF_8));
    }
    return jar;
  }
}
