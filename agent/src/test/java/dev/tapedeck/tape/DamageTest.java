package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files: never a wrong event, and always a word when one is missing. */
final class DamageTest {

  private static final int LANES = 4;
  private static final int EVENTS = 5000;

  @TempDir
  Path base;

  @Test
  @DisplayName("A thousand cuts and flipped bits")
  void damaged() throws Exception {
    damage(null);
  }

  @Test
  @DisplayName("A thousand cuts and flipped bits of a sealed tape")
  void damagedAndSealed() throws Exception {
    damage(KeyPair.in(base.resolve("keys"), "tapes.key"));
  }

  private void damage(KeyPair keys) throws Exception {
    for (boolean ended : new boolean[] {true, false}) {
      long seed = new Random().nextLong();
      Original original = write(seed, ended, keys);
      Random random = new Random(seed);
      List<Path> files = original.files();
      assertThat(files).hasSizeGreaterThan(3);
      for (int i = 0; i < 500; i++) {
        Path file = files.get(random.nextInt(files.size()));
        byte[] before = Files.readAllBytes(file);
        String what = damage(file, before, random);
        original.check("seed " + seed + ", " + file.getFileName() + " " + what);
        Files.write(file, before);
      }
      original.check("seed " + seed + ", mended");
    }
  }

  @Test
  @DisplayName("A file that is gone")
  void missing() throws Exception {
    Original original = write(42, true, null);
    for (Path file : original.files()) {
      byte[] before = Files.readAllBytes(file);
      Files.delete(file);
      original.check(file.getFileName() + " is missing");
      assertThat(original.complained).as("%s is missing", file).isTrue();
      Files.write(file, before);
    }
  }

  private static String damage(Path file, byte[] before, Random random) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      if (random.nextInt(3) == 0) {
        int length = random.nextInt(before.length);
        out.setLength(length);
        return "cut to " + length;
      }
      // Most of a segment may be empty, so look for a place that is not.
      int at = random.nextInt(before.length);
      while (random.nextInt(50) != 0 && before[at] == 0) {
        at = random.nextInt(before.length);
      }
      int bit = random.nextInt(8);
      out.seek(at);
      out.write(before[at] ^ (1 << bit));
      return "with bit " + bit + " of byte " + at + " flipped";
    }
  }

  private Original write(long seed, boolean ended, KeyPair keys) {
    Fields header = new Fields().put(Header.MAIN, "a.Main");
    TapeWriter tape = keys == null
        ? TapeWriter.create(base, header)
        : TapeWriter.createSealed(base, header, keys.recipient());
    Original original = new Original(tape.directory(), ended, keys == null ? null : keys.key());
    RandomEvents events = new RandomEvents(seed);
    List<ChunkWriter> writers = new ArrayList<>();
    for (int lane = 0; lane < LANES; lane++) {
      tape.defineLane(lane, lane - 1, 1, "thread " + lane);
      tape.defineSite(new Site(lane, "a.B", "m" + lane, "()V", lane, 0));
      original.lanes.put(lane, new ArrayList<>());
      writers.add(tape.newChunkWriter());
    }
    Random random = new Random(seed);
    for (int i = 0; i < EVENTS; i++) {
      int lane = random.nextInt(LANES);
      ChunkWriter writer = writers.get(random.nextInt(20) == 0 ? random.nextInt(LANES) : lane);
      List<String> written = original.lanes.get(lane);
      writer.lane(lane, written.size());
      Event event = events.next(lane, written.size(), 0);
      RandomEvents.append(writer, event);
      written.add(RandomEvents.describe(event));
    }
    if (ended) {
      tape.end(new RunEnd(3, true, "exit", null, 0, 0));
    }
    return original;
  }

  /** What was written, to compare with what is read. */
  private static final class Original {

    private final Path directory;
    private final boolean ended;
    private final TreeMap<Integer, List<String>> lanes = new TreeMap<>();
    private final TapeKey key;
    private boolean complained;

    Original(Path directory, boolean ended, TapeKey key) {
      this.directory = directory;
      this.ended = ended;
      this.key = key;
    }

    List<Path> files() throws IOException {
      try (Stream<Path> files = Files.list(directory)) {
        return files.sorted().toList();
      }
    }

    void check(String what) {
      complained = false;
      long missing = 0;
      try (TapeReader reader = TapeReader.open(directory, key)) {
        complained = reader.problems().size() > (ended ? 0 : 1);
        assertThat(reader.complete()).isEqualTo(reader.problems().isEmpty());
        assertThat(reader.header().text(Header.MAIN)).as(what).isEqualTo("a.Main");
        for (int lane : lanes.keySet()) {
          missing += missing(reader, lane, what);
        }
        for (LaneInfo info : reader.lanes()) {
          assertThat(lanes).as(what).containsKey(info.id());
        }
        for (int site = 0; site < LANES; site++) {
          Site read = reader.site(site);
          assertThat(read == null || read.equals(new Site(site, "a.B", "m" + site, "()V", site, 0)))
              .as(what)
              .isTrue();
          missing += read == null ? 1 : 0;
        }
        if (reader.end() != null) {
          assertThat(reader.end()).as(what).isEqualTo(new RunEnd(3, true, "exit", null, 0, EVENTS));
        } else if (ended) {
          assertThat(complained).as("%s: the end is missing", what).isTrue();
        }
      } catch (TapeException word) {
        assertThat(word).hasMessageEndingWith(".");
        complained = true;
      }
      if (missing > 0 && !complained) {
        fail(what + ": " + missing + " events and sites are missing and nobody says so");
      }
    }

    private int missing(TapeReader reader, int lane, String what) {
      List<String> expected = lanes.get(lane);
      int read = 0;
      try {
        LaneEvents events = reader.lane(lane);
        while (events.advance()) {
          assertThat(RandomEvents.describe(events.event())).as(what).isEqualTo(expected.get(read));
          read++;
        }
      } catch (TapeException word) {
        complained = true;
      }
      return expected.size() - read;
    }
  }
}
