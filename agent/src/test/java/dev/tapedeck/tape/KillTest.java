package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written before the process was killed is on the tape. */
final class KillTest {

  private static final int KILLS = Integer.getInteger("tapedeck.kills", 8);

  @TempDir
  Path base;

  @Test
  @DisplayName("The tape of a killed process holds at least what it had said")
  void killed() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      kill(null, base.toString());
    }
  }

  @Test
  @DisplayName("So does a sealed one")
  void killedAndSealed() throws Exception {
    KeyPair keys = KeyPair.in(base, "tapes.key");
    for (int i = 0; i < KILLS; i++) {
      kill(keys.key(), base.toString(), keys.key().file() + ".pub");
    }
  }

  private static void kill(TapeKey key, String... args) throws Exception {
    Random random = new Random();
    Process writer = Forked.start(List.of(), TalkingWriter.class, args);
    long killAt = System.nanoTime() + random.nextInt(700) * 1_000_000L;
    long[] said = new long[TalkingWriter.LANES];
    Path run = null;
    try (BufferedReader out = new BufferedReader(
        new InputStreamReader(writer.getInputStream(), StandardCharsets.US_ASCII))) {
      // Its last line may be cut; the killed writer had said it all the same.
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (run == null) {
          run = Path.of(line);
          killAt = System.nanoTime() + random.nextInt(300) * 1_000_000L;
        } else {
          said[line.charAt(0) - '0'] = Math.max(said[line.charAt(0) - '0'], ordinal(line));
        }
        if (System.nanoTime() > killAt) {
          writer.toHandle().destroyForcibly(); // which leaves the pipe open, as Process does not
        }
      }
    }
    writer.waitFor();
    check(run, key, said);
  }

  private static long ordinal(String line) {
    return line.length() < 3 ? 0 : Long.parseLong(line.substring(2)) + 1;
  }

  private static void check(Path run, TapeKey key, long[] said) {
    try (TapeReader tape = TapeReader.open(run, key)) {
      assertThat(tape.problems()).hasSize(1).first().asString().contains("was killed");
      for (int lane = 0; lane < said.length; lane++) {
        assertThat(tape.events(lane)).as("lane %d", lane).isGreaterThanOrEqualTo(said[lane]);
        tape.lane(lane)
            .forEachRemaining(event ->
                assertThat(TalkingWriter.isRight(event)).as("%s", event).isTrue());
      }
    }
  }
}
