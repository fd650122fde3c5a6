package dev.tapedeck.runner.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnewTest {
  @TempDir
  Path scratch;

  @Test
  void aStartThatNobodyRefusesIsTheOnlyOne() {
    Anew anew = new Anew(scratch, true);
    anew.offer();
    assertThat(anew.leavesEncodings()).isTrue();
    assertThat(anew.isTaken()).isFalse();
  }

  @Test
  void startsThatAreRefusedComeToAnEndThatCannotBe() throws IOException {
    Anew anew = new Anew(scratch, true);
    assertThat(startsRefused(anew)).isEqualTo(16);
    assertThat(anew.leavesEncodings()).isTrue();
    assertThat(anew.addTo(new AgentOptions()).flag("a.jar")).doesNotContain("anew");
  }

  @Test
  void whenTheEncodingsAreOthersTheyAreGivenAndFewStartsFollow() throws IOException {
    Anew anew = new Anew(scratch, true);
    anew.offer();
    Files.delete(scratch.resolve("anew"));
    Files.createFile(scratch.resolve("anew.encodings"));
    assertThat(anew.isTaken()).isTrue();
    assertThat(startsRefused(anew)).isEqualTo(4);
    assertThat(anew.leavesEncodings()).isFalse();
  }

  private int startsRefused(Anew anew) throws IOException {
    int starts = 0;
    do {
      anew.offer();
      starts++;
      Files.deleteIfExists(scratch.resolve("anew"));
    } while (anew.isTaken());
    return starts;
  }

  @Test
  void whoDebugsIsNotStartedAgain() {
    Anew anew = new Anew(scratch, false);
    anew.offer();
    assertThat(anew.isTaken()).isFalse();
    assertThat(anew.leavesEncodings()).isFalse();
    assertThat(scratch.resolve("anew")).doesNotExist();
  }
}
