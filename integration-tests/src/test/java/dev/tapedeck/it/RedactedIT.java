package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Given a tape that is redacted before it is sent, then the copy says so, and replays as far as that goes. */
final class RedactedIT {

  @EachJdk
  void theCopyIsMarkedAndTheOriginalIsNot(Jdk jdk) {
    try (Take take = new Take(Fixture.varying("clocks.SystemClocks"), jdk)) {
      Ran recorded = take.record();
      Map<String, String> before = Tree.of(take.tape());
      Path harmless = take.world().bench().resolveSibling("harmless.tape.zip");
      Path silent = take.world().bench().resolveSibling("silent.tape.zip");
      isFine(take.tapedeck("redact", "--match", "found nowhere", "-o", harmless.toString()));
      isFine(take.tapedeck("redact", "--kind", "output_write", "-o", silent.toString()));
      assertThat(Tree.of(take.tape())).isEqualTo(before);
      take.worldIsGone();

      Ran replayed = take.command(List.of("replay", harmless.toString()));
      Verdict.isFaithful(recorded, replayed);
      assertThat(replayed.err()).contains("the tape is redacted");

      Ran verified = take.command(List.of("verify", silent.toString()));
      isFine(verified);
      assertThat(verified.out()).startsWith("whole").contains("payloads of output_write");
      Ran info = take.command(List.of("info", silent.toString()));
      assertThat(info.out()).contains("redacted  payloads of output_write");
      Ran diverged = take.command(List.of("replay", silent.toString()));
      assertThat(diverged.exit()).as(diverged::toString).isEqualTo(1);
      assertThat(diverged.err()).contains("the tape is redacted");
      take.isDone();
    }
  }

  @EachJdk
  void notesStandBesideTheTape(Jdk jdk) {
    try (Take take = new Take(Fixture.varying("clocks.SystemClocks"), jdk)) {
      take.record();
      Ran before = take.tapedeck("cat");
      isFine(take.tapedeck("annotate", "1", "here", "it", "begins"));
      Ran after = take.tapedeck("cat");
      assertThat(after.out().lines().toList().get(2))
          .contains("\"annotations\":[\"here it begins\"]");
      assertThat(after
              .out()
              .replace(",\"annotations\":[\"here it begins\"]", "")
              .lines()
              .limit(5))
          .containsExactlyElementsOf(before.out().lines().limit(5).toList());
      isFine(take.tapedeck("verify"));
      Ran wrong = take.tapedeck("annotate", "100000000", "nowhere");
      assertThat(wrong.exit()).isEqualTo(2);
      assertThat(wrong.said()).hasSize(1);
      take.isDone();
    }
  }

  private static void isFine(Ran ran) {
    assertThat(ran.exit()).as(ran::toString).isZero();
  }
}
