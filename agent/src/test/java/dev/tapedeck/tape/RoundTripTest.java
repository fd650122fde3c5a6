package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is read, whatever it was. */
final class RoundTripTest {

  @TempDir
  Path base;

  @Test
  @DisplayName("Events of every kind, in several lanes that take turns in one thread")
  void events() {
    for (int round = 0; round < 20; round++) {
      long seed = new Random().nextLong();
      TapeWriter tape = TapeWriter.create(base, new Fields());
      ChunkWriter writer = tape.newChunkWriter();
      RandomEvents events = new RandomEvents(seed);
      Random random = new Random(seed);
      Map<Integer, List<String>> written = new HashMap<>();
      int phase = 0;
      for (int i = 0; i < 2000; i++) {
        if (random.nextInt(30) == 0) {
          int lane = random.nextInt(6);
          writer.lane(lane, written.getOrDefault(lane, List.of()).size());
        } else if (i == 0) {
          writer.lane(0, 0);
        }
        if (i == 1500) {
          phase = 1;
          tape.phase(phase);
        }
        Event event = events.next(writer.lane(), writer.nextOrdinal(), phase);
        RandomEvents.append(writer, event);
        written
            .computeIfAbsent(event.lane(), lane -> new ArrayList<>())
            .add(RandomEvents.describe(event));
      }
      tape.end(new RunEnd(0, true, "return", null, phase, 0));

      try (TapeReader reader = TapeReader.open(tape.directory())) {
        assertThat(reader.problems()).as("seed %d", seed).isEmpty();
        assertThat(reader.events()).isEqualTo(2000);
        written.forEach((lane, expected) -> assertThat(describeAll(reader.lane(lane)))
            .as("seed %d, lane %d", seed, lane)
            .isEqualTo(expected));
        List<String> all = describeAll(reader.merged());
        List<String> expected = new ArrayList<>();
        written.values().forEach(expected::addAll);
        assertThat(all).hasSameElementsAs(expected).hasSize(2000);
      }
    }
  }

  @Test
  @DisplayName("The cursor tells of each event what the event object holds")
  void cursor() {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(3, 0);
    writer.clock(2, 70_000, 123L);
    writer.clock(2, 70_000, Long.MIN_VALUE);
    writer.clock(1, 5, Long.MAX_VALUE);
    writer.begin(Kinds.SLEEP, 6, 99L).putLong(-1).commit();

    LaneEvents lane = TapeReader.open(tape.directory()).lane(3);
    assertThat(lane.peek()).isNotNull().extracting(Event::ordinal).isEqualTo(0L);
    assertThat(lane.advance()).isTrue();
    assertThat(lane.longValue()).isEqualTo(123L);
    assertThat(lane.site()).isEqualTo(70_000);
    assertThat(lane.advance()).isTrue();
    assertThat(lane.longValue()).isEqualTo(Long.MIN_VALUE);
    assertThat(lane.advance()).isTrue();
    assertThat(lane.kind()).isSameAs(Kinds.CLOCK_MILLIS);
    assertThat(lane.longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(lane.hasNext()).isTrue();
    assertThat(lane.advance()).isTrue();
    assertThat(lane.kindId()).isEqualTo(4);
    assertThat(lane.stampNs()).isEqualTo(99L);
    assertThat(lane.ordinal()).isEqualTo(3);
    assertThat(lane.event().question()).containsExactly(-1L);
    assertThat(lane.advance()).isFalse();
    assertThat(lane.hasNext()).isFalse();
    assertThat(lane.peek()).isNull();
  }

  @Test
  @DisplayName("Header, sites, lanes, classes, notes and the end")
  void definitions() {
    Fields header =
        new Fields().put(Header.MAIN, "a.Main").put(Header.ARGV, List.of("x", "é\ud800"));
    TapeWriter tape = TapeWriter.create(base, header);
    Site site = new Site(7, "a.B", "run", "()V", -1, 2);
    tape.defineSite(site);
    tape.defineLane(0, -1, 0, "main");
    tape.defineLane(1, 0, 1, null);
    tape.defineLane(2, 1, 12, "worker");
    ClassInfo woven = new ClassInfo("a.B", "app", -5, true, null);
    ClassInfo left = new ClassInfo("a.C", "boot", 5, false, "its version is too new");
    tape.defineClass(woven);
    tape.defineClass(left);
    Note note = new Note("warning", "x".repeat(100_000));
    tape.note(note);
    tape.addToHeader(new Fields().put(Header.CWD, "/somewhere"));
    Failure failure = new RandomEvents(1).failure(0);
    RunEnd end = new RunEnd(1, true, "uncaught", new Crash("main", failure), 1, 0);
    tape.end(new RunEnd(0, true, "return", null, 0, 0));
    tape.end(end);

    TapeReader reader = TapeReader.open(tape.directory());
    assertThat(reader.complete()).as("%s", reader.problems()).isTrue();
    assertThat(reader.header().text(Header.MAIN)).isEqualTo("a.Main");
    assertThat(reader.header().text(Header.CWD)).isEqualTo("/somewhere");
    assertThat(reader.header().text(Header.RUN_ID)).isEqualTo(tape.runId());
    assertThat(reader.header().list(Header.ARGV)).containsExactly("x", "é\ud800");
    assertThat(reader.site(7)).isEqualTo(site);
    assertThat(reader.site(8)).isNull();
    assertThat(reader.lanes()).extracting(LaneInfo::name).containsExactly("0", "0.1", "0.1.12");
    assertThat(reader.lanes().get(2).threadName()).isEqualTo("worker");
    assertThat(reader.kinds()).isEqualTo(Kinds.all());
    assertThat(reader.classes()).containsExactly(woven, left);
    assertThat(reader.notes()).containsExactly(note);
    assertThat(reader.end()).isEqualTo(end);
  }

  @Test
  @DisplayName("The end always finds room, however long the crash")
  void longEnd() {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      frames.add(new Frame("a.Class" + i, "method", "File.java", i, null, null, null));
    }
    Failure cause = new Failure("a.Cause", "y".repeat(50_000), Map.of(), null, List.of(), frames);
    Failure failure = new Failure("a.Failure", null, Map.of(), cause, List.of(cause), frames);
    tape.end(new RunEnd(1, true, "uncaught", new Crash("main", failure), 0, 0));

    RunEnd end = TapeReader.open(tape.directory()).end();
    assertThat(end).isNotNull();
    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.crash().failure().frames()).isEqualTo(frames.subList(0, 64));
    assertThat(end.crash().failure().cause().className()).isEqualTo("a.Cause");
  }

  @Test
  @DisplayName("All lanes together stand in the order of time")
  void merged() {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    List<ChunkWriter> writers = new ArrayList<>();
    for (int lane = 0; lane < 5; lane++) {
      tape.defineLane(lane, -1, lane, null);
      writers.add(tape.newChunkWriter());
      writers.get(lane).lane(lane, 0);
    }
    Random random = new Random(7);
    long now = System.nanoTime();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      int lane = random.nextInt(5);
      order.add(lane);
      now += 1 + random.nextInt(1000);
      if (random.nextBoolean()) {
        writers.get(lane).clock(2, 1, now);
      } else {
        writers.get(lane).begin(Kinds.SLEEP, 1, now).putLong(i).commit();
      }
    }
    List<Integer> read = new ArrayList<>();
    TapeReader.open(tape.directory()).merged().forEachRemaining(event -> read.add(event.lane()));
    assertThat(read).isEqualTo(order);
  }

  @Test
  @DisplayName("Clock reads in a loop take a byte each, also when two lines take turns")
  void small() {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    for (int i = 0; i < 400_000; i++) {
      writer.clock(2, i % 2 == 0 ? 1000 : 2000, 40L * i);
    }
    assertThat(tape.directory().resolve("lanes-0001.seg")).doesNotExist();
    LaneEvents events = TapeReader.open(tape.directory()).lane(0);
    for (int i = 0; i < 400_000; i++) {
      assertThat(events.advance()).isTrue();
      assertThat(events.site()).isEqualTo(i % 2 == 0 ? 1000 : 2000);
      assertThat(events.longValue()).isEqualTo(40L * i);
    }
  }

  static List<String> describeAll(Iterator<Event> events) {
    List<String> texts = new ArrayList<>();
    events.forEachRemaining(event -> texts.add(RandomEvents.describe(event)));
    return Collections.unmodifiableList(texts);
  }
}
