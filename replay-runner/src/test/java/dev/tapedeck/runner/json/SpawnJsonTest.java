package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given processes of which the program learned piece by piece, one record each says it all. */
class SpawnJsonTest {
  private static final long MS = 1_000_000;

  @TempDir
  Path base;

  @Test
  void theRecordOfTheStartHasTheEndAndTheOutput() throws Exception {
    assertThat(lines().get(1))
        .contains("\"kind\":{\"kind\":\"process_spawn\",\"program\":\"sort\",\"args\":[\"-r\"],"
            + "\"cwd\":\"/srv\",\"exit_code\":3,\"duration_ms\":40,"
            + "\"stdout_payload\":{\"content_hash\":\"" + Blake3.of("pear".getBytes(UTF_8))
            + "\",\"text\":\"pear\"},"
            + "\"stderr_payload\":{\"content_hash\":\"" + PayloadJson.HASH_OF_NOTHING
            + "\",\"text\":\"\"},\"exit_known\":true,");
  }

  @Test
  void whereNobodyAskedForTheEndThatIsSaid() throws Exception {
    String big = "x".repeat(5000);
    assertThat(lines().get(5))
        .contains("\"exit_code\":-1,\"duration_ms\":0,\"stdout_payload\":{\"content_hash\":\""
            + Blake3.of(big.getBytes(UTF_8)) + "\",\"len_bytes\":5000}")
        .contains("\"exit_known\":false");
  }

  private List<String> lines() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    tape.defineLane(0, -1, 0, "main");
    ChunkWriter events = tape.newChunkWriter();
    events.lane(0, 0);
    long started = System.nanoTime();
    spawn(events, 4711, started);
    read(events, 4711, "pe", started + MS);
    read(events, 4711, "ar", started + 2 * MS);
    events
        .begin(Kinds.PROCESS_WAIT, 0, started + 40 * MS)
        .putLong(4711)
        .putString("waitFor")
        .putLong(-1)
        .putLong(3)
        .commit();
    spawn(events, 4711, started + 50 * MS); // the system gives numbers away again
    read(events, 4711, "x".repeat(5000), started + 51 * MS);
    events.release();
    tape.close();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonTape.of(TapeReader.open(tape.directory()), new Selection(List.of(), List.of(), List.of()))
        .write(out);
    return out.toString(UTF_8).lines().toList();
  }

  private static void spawn(ChunkWriter events, long pid, long stampNs) {
    events
        .begin(Kinds.PROCESS_SPAWN, 0, stampNs)
        .putString("sort")
        .putStrings(List.of("-r"))
        .putString("/srv")
        .putStrings(null)
        .putStrings(List.of())
        .putBool(false)
        .putLong(pid)
        .putLong(0)
        .putLong(7)
        .commit();
  }

  private static void read(ChunkWriter events, long pid, String text, long stampNs) {
    events
        .begin(Kinds.PROCESS_READ, 0, stampNs)
        .putLong(pid)
        .putString("stdout")
        .putString("read")
        .putLong(8192)
        .putLong(text.length())
        .putBytes(text.getBytes(UTF_8))
        .commit();
  }
}
