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
    int starts = 0;
    boolean withEncodings = false;
    do {
      anew.offer();
      starts++;
      withEncodings |= !anew.leavesEncodings();
      Files.deleteIfExists(scratch.resolve("anew"));
    } while (anew.isTaken());
    assertThat(starts).isEqualTo(7);
    assertThat(withEncodings).isTrue();
    assertThat(anew.leavesEncodings()).isFalse();
    assertThat(anew.addTo(new AgentOptions()).flag("a.jar")).doesNotContain("anew");
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
