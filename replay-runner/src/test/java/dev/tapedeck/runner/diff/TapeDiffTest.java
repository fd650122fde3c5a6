package dev.tapedeck.runner.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given two runs, their difference says what, where and how, and no more than the mode asks for. */
class TapeDiffTest {
  @TempDir
  Path base;

  @Test
  void aRunDoesNotDifferFromItself() {
    Path run = run(0, 10, 5, "{\"n\":1}", "done", 0);
    assertThat(diff(run, run, Mode.EXACT).isSame()).isTrue();
  }

  @Test
  void oneInsertedEventIsOneDifference() {
    TapeDiff diff = diff(
        run(0, 10, -1, "{\"n\":1}", "done", 0), run(0, 10, 5, "{\"n\":1}", "done", 0), Mode.EXACT);
    assertThat(diff.count()).isEqualTo(1);
    assertThat(diff.differences().get(0).a()).isEmpty();
    assertThat(diff.differences().get(0).b()).hasSize(1);
    assertThat(diff.end()).isEmpty();
  }

  @Test
  void timesMayDifferSemantically() {
    Path one = run(0, 10, -1, "{\"n\":1}", "done", 0);
    Path other = run(7, 10, -1, "{\"n\":1}", "done", 0);
    assertThat(diff(one, other, Mode.EXACT).count()).isPositive();
    assertThat(diff(one, other, Mode.SEMANTIC).isSame()).isTrue();
    assertThat(diff(one, other, Mode.OUTCOME).isSame()).isTrue();
  }

  @Test
  void bodiesAreComparedAsJson() {
    TapeDiff diff = diff(
        run(0, 3, -1, "{\"n\":1,\"a\":[1,2]}", "done", 0),
        run(0, 3, -1, "{\"n\":2,\"a\":[1,3]}", "done", 0),
        Mode.EXACT);
    assertThat(diff.differences().get(0).values())
        .containsExactly("bytes $.a[1]: 2 -> 3", "bytes $.n: 1 -> 2");
  }

  @Test
  void outcomeIsWhatIsSaidAndTheEnd() {
    Path one = run(0, 10, 5, "{\"n\":1}", "done", 0);
    Path other = run(0, 4, -1, "{\"n\":2}", "dome", 3);
    TapeDiff diff = diff(one, other, Mode.OUTCOME);
    assertThat(diff.count()).isEqualTo(1);
    assertThat(diff.differences().get(0).values())
        .containsExactly("bytes line 1: 'done' -> 'dome'");
    assertThat(diff.end()).containsExactly("end: exit 0 (exit) -> exit 3 (exit)");
  }

  @Test
  void theFirstDifferenceStandsFirstWithItsLine() {
    Path one = run(0, 100, -1, "{\"n\":1}", "done", 0);
    Path other = run(0, 100, 50, "{\"n\":2}", "dome", 0);
    try (TapeReader a = TapeReader.open(one);
        TapeReader b = TapeReader.open(other)) {
      String text = DiffText.of(TapeDiff.of(a, b, Mode.EXACT), a, b);
      assertThat(text.lines())
          .startsWith(
              "lane 0, event 50, a.B.read:7", "  + random what='extra' -> value=50  (a.B.read:7)")
          .contains("    bytes $.n: 1 -> 2", "    bytes line 1: 'done' -> 'dome'")
          .endsWith("2 differences");
    }
  }

  private TapeDiff diff(Path one, Path other, Mode mode) {
    try (TapeReader a = TapeReader.open(one);
        TapeReader b = TapeReader.open(other)) {
      return TapeDiff.of(a, b, mode);
    }
  }

  /** Draws and clock reads, one draw more at a place, a file, a word, an end. */
  private Path run(long later, int draws, int extraAt, String body, String said, int exit) {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    tape.defineLane(0, -1, 0, "main");
    tape.defineSite(new Site(1, "a.B", "read", "()V", 7, 0));
    ChunkWriter events = tape.newChunkWriter();
    events.lane(0, 0);
    long now = System.nanoTime();
    for (int i = 0; i < draws; i++) {
      if (i == extraAt) {
        events
            .begin(Kinds.RANDOM_LONG, 1, now + i)
            .putString("extra")
            .putLong(i)
            .commit();
      }
      events
          .begin(Kinds.RANDOM_LONG, 1, now + i)
          .putString("next")
          .putLong(i % 3)
          .commit();
    }
    events.clock(Kinds.CLOCK_MILLIS.id(), 1, 1_000_000 + later);
    events
        .begin(Kinds.FILE_READ, 1, now + draws)
        .putString("/in.json")
        .putString("read")
        .putLong(0)
        .putLong(100)
        .putLong(body.length())
        .putBytes(body.getBytes(UTF_8))
        .commit();
    events
        .begin(Kinds.OUTPUT_WRITE, 1, now + draws + 1)
        .putString("stdout")
        .putBytes(said.getBytes(UTF_8))
        .putLong(said.length())
        .putLong(later)
        .commit();
    events.release();
    tape.end(new RunEnd(exit, true, "exit", null, Phase.USER_SCRIPT, 0));
    tape.close();
    return tape.directory();
  }
}
