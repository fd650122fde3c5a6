package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads append side by side. */
final class ManyThreadsTest {

  @TempDir
  Path base;

  @Test
  @DisplayName("Each thread its lane, through many chunks and several segments")
  void threads() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    Map<Integer, Future<List<String>>> lanes = new HashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    for (int lane = 0; lane < 6; lane++) {
      int id = lane;
      Callable<List<String>> appending = () -> append(tape, tape.newChunkWriter(), id, 0, 6000);
      lanes.put(id, threads.submit(appending));
    }
    Map<Integer, List<String>> written = new HashMap<>();
    for (int lane : lanes.keySet()) {
      written.put(lane, lanes.get(lane).get());
    }
    threads.shutdown();
    tape.end(new RunEnd(0, true, "return", null, 0, 0));

    assertThat(tape.failure()).isNull();
    assertThat(segments(tape)).isGreaterThan(3);
    TapeReader reader = TapeReader.open(tape.directory());
    assertThat(reader.problems()).isEmpty();
    assertThat(reader.end().events()).isEqualTo(36_000);
    written.forEach((lane, expected) ->
        assertThat(RoundTripTest.describeAll(reader.lane(lane))).isEqualTo(expected));
  }

  @Test
  @DisplayName("Lanes that wander from thread to thread")
  void wanderingLanes() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    BlockingQueue<List<String>> resting = new LinkedBlockingQueue<>();
    for (int lane = 0; lane < 20; lane++) {
      List<String> written = new ArrayList<>();
      written.add(Integer.toString(lane));
      resting.add(written);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> done = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      done.add(threads.submit(() -> {
        ChunkWriter writer = tape.newChunkWriter();
        for (int i = 0; i < 2000; i++) {
          List<String> written = resting.take();
          int lane = Integer.parseInt(written.get(0));
          written.addAll(append(tape, writer, lane, written.size() - 1, 5));
          resting.put(written);
        }
        return null;
      }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    threads.shutdown();

    TapeReader reader = TapeReader.open(tape.directory());
    assertThat(reader.events()).isEqualTo(40_000);
    for (List<String> written : resting) {
      int lane = Integer.parseInt(written.get(0));
      assertThat(RoundTripTest.describeAll(reader.lane(lane)))
          .isEqualTo(written.subList(1, written.size()));
    }
  }

  @Test
  @DisplayName("Ten thousand short threads share a few chunks when they release their writers")
  void shortThreads() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    for (int lane = 0; lane < 10_000; lane++) {
      int id = lane;
      Thread thread = new Thread(() -> {
        ChunkWriter writer = tape.newChunkWriter();
        writer.lane(id, 0);
        writer.clock(2, 1, System.nanoTime());
        writer.release();
      });
      thread.start();
      thread.join();
    }
    assertThat(segments(tape)).isEqualTo(1);
    assertThat(TapeReader.open(tape.directory()).events()).isEqualTo(10_000);
  }

  @Test
  @DisplayName("An interrupted thread writes on, and so do the others")
  void interrupted() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    Thread thread = new Thread(() -> {
      Thread.currentThread().interrupt();
      ChunkWriter writer = tape.newChunkWriter();
      writer.lane(0, 0);
      for (int i = 0; i < 300; i++) {
        writer
            .begin(Kinds.HOST_BYTES, 1, i)
            .putString(null)
            .putString("x".repeat(2000))
            .putBytes(new byte[i % 2 == 0 ? 3000 : 2000])
            .commit();
      }
    });
    thread.start();
    thread.join();
    assertThat(tape.failure()).isNull();
    assertThat(segments(tape)).isGreaterThan(1);
    assertThat(TapeReader.open(tape.directory()).events()).isEqualTo(300);
  }

  @Test
  @DisplayName("A tape can be read while it is written")
  void readWhileWritten() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    AtomicBoolean stop = new AtomicBoolean();
    Thread thread = new Thread(() -> {
      ChunkWriter writer = tape.newChunkWriter();
      RandomEvents events = new RandomEvents(5);
      writer.lane(0, 0);
      while (!stop.get() && writer.nextOrdinal() < 50_000) {
        RandomEvents.append(writer, events.next(0, writer.nextOrdinal(), 0));
      }
    });
    thread.start();
    for (int i = 0; i < 20 && (i < 3 || thread.isAlive()); i++) {
      try (TapeReader reader = TapeReader.open(tape.directory())) {
        assertThat(reader.problems()).hasSize(1).first().asString().contains("still running");
        RandomEvents expected = new RandomEvents(5);
        LaneEvents events = reader.lane(0);
        while (events.advance()) {
          String next = RandomEvents.describe(expected.next(0, events.ordinal(), 0));
          assertThat(RandomEvents.describe(events.event())).isEqualTo(next);
        }
        assertThat(events.ordinal()).isEqualTo(reader.events() - 1);
      }
    }
    stop.set(true);
    thread.join();
  }

  private static List<String> append(
      TapeWriter tape, ChunkWriter writer, int lane, long ordinal, int count) {
    RandomEvents events = new RandomEvents(lane * 1_000_003L + ordinal);
    List<String> written = new ArrayList<>();
    writer.lane(lane, ordinal);
    for (int i = 0; i < count; i++) {
      Event event = events.next(lane, writer.nextOrdinal(), tape.phase);
      RandomEvents.append(writer, event);
      written.add(RandomEvents.describe(event));
    }
    return written;
  }

  private static long segments(TapeWriter tape) throws Exception {
    try (Stream<Path> files = Files.list(tape.directory())) {
      return files.filter(file -> file.toString().endsWith(".seg")).count();
    }
  }
}
