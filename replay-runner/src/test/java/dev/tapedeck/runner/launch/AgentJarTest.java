package dev.tapedeck.runner.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTest {
  @TempDir
  Path directory;

  @Test
  void theSameBytesAreTheSameFile() throws Exception {
    Path first = AgentJar.extract(new byte[] {1, 2, 3}, directory.resolve("cache"));
    Path second = AgentJar.extract(new byte[] {1, 2, 3}, directory.resolve("cache"));
    assertThat(first).isEqualTo(second).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(first.getParent()).isDirectoryContaining(file -> file.equals(first));
  }

  @Test
  void otherBytesAreAnotherFile() throws Exception {
    assertThat(AgentJar.extract(new byte[] {1}, directory))
        .isNotEqualTo(AgentJar.extract(new byte[] {2}, directory));
  }

  @Test
  void aDamagedFileIsReplaced() throws Exception {
    Path jar = AgentJar.extract(new byte[] {1, 2, 3}, directory);
    Files.write(jar, new byte[] {9});
    assertThat(AgentJar.extract(new byte[] {1, 2, 3}, directory))
        .hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void thePlaceCanBeChosen() {
    assertThat(AgentJar.cacheDirectories(Map.of("TAPEDECK_CACHE", "/var/x")))
        .containsExactly(Path.of("/var/x"));
    assertThat(AgentJar.cacheDirectories(Map.of("XDG_CACHE_HOME", "/home/a/.c")).get(0))
        .isEqualTo(Path.of("/home/a/.c/tapedeck"));
  }
}
