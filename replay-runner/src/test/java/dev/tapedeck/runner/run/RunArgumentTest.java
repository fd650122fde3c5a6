package dev.tapedeck.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.runner.speech.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunArgumentTest {
  @TempDir
  Path base;

  @Test
  void aRunDirectoryIsItself() throws Exception {
    Path run = run("2026/01/02/run-2026-01-02T03-04-05-a", 5);
    assertThat(RunArgument.resolve(run, null, Map.of())).isEqualTo(run);
  }

  @Test
  void aDirectoryMeansTheNewestRunBeneath() throws Exception {
    run("2026/01/02/run-2026-01-02T03-04-05-a", 9);
    Path newest = run("2026/02/01/run-2026-02-01T03-04-05-b", 1);
    assertThat(RunArgument.resolve(base, null, Map.of())).isEqualTo(newest);
    assertThat(RunArgument.resolve(null, base, Map.of())).isEqualTo(newest);
    assertThat(RunArgument.resolve(null, null, Map.of("TAPEDECK_DIR", base.toString())))
        .isEqualTo(newest);
  }

  @Test
  void runsOfOneSecondAreToldApartByTheirHeader() throws Exception {
    Path second = run("2026/01/02/run-2026-01-02T03-04-05-a", 7);
    Path first = run("2026/01/02/run-2026-01-02T03-04-05-b", 3);
    assertThat(RunDirectories.newestFirst(base)).containsExactly(second, first);
  }

  @Test
  void noRunIsTroubleWithARemedy() {
    assertThatThrownBy(() -> RunArgument.resolve(null, base.resolve("gone"), Map.of()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("gone")
        .hasMessageContaining("tapedeck record");
  }

  private Path run(String name, long writtenAt) throws Exception {
    Path run = Files.createDirectories(base.resolve(name));
    Files.setLastModifiedTime(
        Files.createFile(run.resolve("header")), FileTime.fromMillis(writtenAt));
    return run;
  }
}
