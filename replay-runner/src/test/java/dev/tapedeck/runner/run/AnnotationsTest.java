package dev.tapedeck.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes beside a tape. */
class AnnotationsTest {

  @TempDir
  Path directory;

  @Test
  void areKeptInOrderBesideAFileAndWithinARun() throws IOException {
    Path file = Files.writeString(directory.resolve("sent.tape.zip"), "PK");
    for (Path run : new Path[] {directory, file}) {
      Annotations.add(run, 7, "first,\n\"second\" line");
      Annotations.add(run, 3, "other");
      Annotations.add(run, 7, "ünd");
      Annotations found = Annotations.of(run);
      assertThat(found.on(7)).containsExactly("first,\n\"second\" line", "ünd");
      assertThat(found.on(3)).containsExactly("other");
      assertThat(found.on(4)).isEmpty();
      assertThat(found.count()).isEqualTo(3);
    }
    assertThat(file).hasContent("PK");
    assertThat(directory.resolve("sent.tape.zip.annotations.jsonl")).exists();
  }

  @Test
  void aLineThatIsNoneIsNamed() throws IOException {
    Files.writeString(directory.resolve("annotations.jsonl"), "{\"seq\":1,\"text\":\"x\"}\n{}\n");
    assertThatThrownBy(() -> Annotations.of(directory)).hasMessageContaining("annotations.jsonl:2");
  }
}
