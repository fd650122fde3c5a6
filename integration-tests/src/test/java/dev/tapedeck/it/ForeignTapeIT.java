package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Given a tape of version 1 that another tool wrote, of a program whose files and processes never were here, when it is
 * replayed, then it is told what the tape holds; where that is too little, the command says so before it starts
 * anything, or where the program asks for it.
 */
final class ForeignTapeIT {
  private static final String MAIN = "fixture.foreign.Report";

  private static final String READ_BACK = "fixture.foreign.ReadBack";

  private static final String SAID = """
      [x] at 2023-11-14T22:13:20.123Z, 1700000000456
      ticks 7000000
      true 17 true false
      FIRST LINE
      SECOND
      first line
      because
      3no more

      6 written
      """;

  @EachJdk
  void itIsToldWhatTheTapeHolds(Jdk jdk) throws Exception {
    try (World world = new World("foreign-" + jdk.version())) {
      Path tape = whole(world, "whole", "first line\nsecond").write();
      Path kept = world.bench().resolve("kept");
      Ran ran = replay(world, jdk, tape, "--keep-writes", kept.toString());
      assertThat(ran.exit()).as(ran::toString).isEqualTo(7);
      assertThat(String.join("", ran.said()))
          .contains("not known to be faithful: exit status 7, and the tape does not tell how")
          .contains("; 10 records of another tool, replayed in")
          .contains("made up or asked of this machine: 1 file_stat, 1 random");
      assertThat(ran.out()).startsWith(SAID);
      assertThat(ran.out()).endsWith(" glad\n");
      assertThat(kept.resolve("gone/output.txt")).hasContent("sum 42");
      assertThat(replay(world, jdk, tape).outBytes()).as("again").isEqualTo(ran.outBytes());

      Path other = whole(world, "other", "third line\nfourth").write();
      assertThat(replay(world, jdk, other).out()).contains("THIRD LINE\nFOURTH\nthird line\n");
      world.isDone();
    }
  }

  @EachJdk
  void whatItLacksIsNamed(Jdk jdk) {
    try (World world = new World("foreign-lacking-" + jdk.version())) {
      Path lost = whole(world, "lost", "first line\nsecond")
          .lost("file_read", "/gone/more.txt", "never kept")
          .record("llm_call", "request_digest", "abc", "response", ForeignLines.inline("hello"))
          .record("quantum", "spin", 1)
          .write();
      Ran refused = replay(world, jdk, lost);
      assertThat(refused.exit()).as(refused::toString).isEqualTo(2);
      assertThat(refused.out()).as("nothing was started").isEmpty();
      assertThat(String.join("", refused.said()))
          .contains("3 records are not whole")
          .contains("seq 10, file_read /gone/more.txt: its 10 bytes are not there")
          .contains("seq 11, llm_call: ")
          .contains("seq 12, quantum: version 1 does not know its kind");

      Ran asksMore =
          replay(world, jdk, lines(world, "more", "first line\nsecond", "more").write());
      assertThat(asksMore.exit()).as(asksMore::toString).isEqualTo(1);
      assertThat(asksMore.out()).startsWith("[more] at ").endsWith(" glad\n");
      assertThat(String.join("", asksMore.said()))
          .contains("no record, or no more, of what the program asked: file_open")
          .contains("/gone/more.txt")
          .contains("Report.java:");

      Ran left = replay(
          world,
          jdk,
          whole(world, "left", "first line\nsecond")
              .read("/gone/more.txt", "unread")
              .write());
      assertThat(left.exit()).as(left::toString).isEqualTo(1);
      assertThat(String.join("", left.said()))
          .contains("did not ask for 1 record of the tape")
          .contains("file_read path=\"/gone/more.txt\"");

      Ran ended = replay(
          world,
          jdk,
          whole(world, "ended", "first line\nsecond")
              .record("run_end", "exit_code", 0)
              .write());
      assertThat(ended.exit()).as(ended::toString).isEqualTo(1);
      assertThat(String.join("", ended.said())).contains("ended with status 7, and with 0");

      Ran same = replay(
          world,
          jdk,
          whole(world, "same", "first line\nsecond")
              .record("run_end", "exit_code", 7)
              .write());
      assertThat(same.exit()).as(same::toString).isZero();
      assertThat(String.join("", same.said()))
          .contains("faithful: 10 records of another tool, exit status 7, replayed in");
      world.isDone();
    }
  }

  /** As far as the tape tells of it. */
  @Test
  void whatItWritesIsCompared() {
    Jdk jdk = Jdks.all().get(0);
    try (World world = new World("foreign-writes-" + jdk.version())) {
      Path tape = world.bench().resolve("writes.tape");
      Ran wrote = replay(
          world, jdk, records(new ForeignLines(tape, MAIN), "a\nb", "sum 43").write());
      assertThat(wrote.exit()).as(wrote::toString).isEqualTo(1);
      assertThat(String.join("", wrote.said())).contains("other bytes to /gone/output.txt");

      Path printed = world.bench().resolve("printed.tape");
      Ran said = replay(
          world,
          jdk,
          records(new ForeignLines(printed, MAIN), "a\nb", "sum 42")
              .record(
                  "output_write", "stream", "stdout", "payload", ForeignLines.inline("[] now\n"))
              .write());
      assertThat(said.exit()).as(said::toString).isEqualTo(1);
      assertThat(String.join("", said.said())).contains("asked: output_write");

      Ran nowhere = command(world, jdk, List.of("replay", tape.toString()));
      assertThat(nowhere.exit()).isEqualTo(2);
      assertThat(nowhere.said()).hasSize(1);
      assertThat(nowhere.said().get(0)).contains("give --class-path CP");
      world.isDone();
    }
  }

  /** Also through other handles, and what has become of the length; where nobody can know it, the program ends. */
  @EachJdk
  void whatItWritesItReadsBack(Jdk jdk) {
    try (World world = new World("foreign-back-" + jdk.version())) {
      Ran ran = replay(
          world,
          jdk,
          new ForeignLines(world.bench().resolve("back.tape"), READ_BACK)
              .read("/gone/x", "abcdef")
              .lost("file_write", "/gone/x", "abcXY")
              .read("/gone/counter", "5")
              .lost("file_write", "/gone/counter", "8")
              .lost("file_write", "/gone/new", "hello, you")
              .lost("file_write", "/gone/new", "hello, you")
              .record("file_delete", "path", "/gone/./new")
              .read("/gone/x", "abcXY")
              .record("run_end", "exit_code", 0)
              .write());
      assertThat(ran.exit()).as(ran::toString).isZero();
      assertThat(ran.out()).isEqualTo("""
          abcXYf then abcXY of 5, 5 long
          5678
          hello hello 5
          hello, you
          hello, you 10 and gone
          abcXY a-1 java.io.IOException: Invalid argument
          """);

      Ran unknown = replay(
          world,
          jdk,
          new ForeignLines(world.bench().resolve("unknown.tape"), READ_BACK, "unknown")
              .read("/gone/x", "abcdef")
              .lost("file_write", "/gone/x", "XYcdef")
              .write());
      assertThat(unknown.exit()).as(unknown::toString).isEqualTo(1);
      assertThat(unknown.out()).isEmpty();
      assertThat(String.join("", unknown.said()))
          .contains("asked: file_read path=\"/gone/x\"")
          .contains("ReadBack.java:");
      world.isDone();
    }
  }

  @EachJdk
  void ofTheHostItIsToldOfItsOwnJvm(Jdk jdk) {
    try (World world = new World("foreign-host-" + jdk.version())) {
      Ran own = asks(world, jdk, "itself");
      assertThat(own.exit()).as(own::toString).isZero();
      assertThat(own.out()).isEqualTo("true true true\n");
      assertThat(String.join("", own.said())).contains("asked of this machine: ");

      for (String other : List.of("processes", "interfaces", "user", "parent")) {
        Ran ran = asks(world, jdk, other);
        assertThat(ran.exit()).as(ran::toString).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(String.join("", ran.said())).contains("asked: host_read what=");
      }
      world.isDone();
    }
  }

  /** Without a {@code run_end} nobody knows whether the recorded program failed too. */
  @Test
  void aProgramThatFailsIsNotFaithfulWithoutARecordedEnd() {
    Jdk jdk = Jdks.all().get(0);
    try (World world = new World("foreign-end-" + jdk.version())) {
      Ran thrown = asks(world, jdk, "nothing known");
      Ran lost = replay(
          world,
          jdk,
          new ForeignLines(world.bench().resolve("lost.tape"), "fixture.foreign.NoSuchMain")
              .write());
      for (Ran ran : List.of(thrown, lost)) {
        assertThat(ran.exit()).as(ran::toString).isEqualTo(1);
        assertThat(String.join("", ran.said())).contains("not known to be faithful: exit status 1");
      }
      Ran fine = asks(world, jdk, "files");
      assertThat(String.join("", fine.said())).contains("exit status 0, which the tape does not");
      world.isDone();
    }
  }

  /** What no record tells of is a guess, and counted. */
  @Test
  void whichFilesThereAreIsSaid() {
    Jdk jdk = Jdks.all().get(0);
    try (World world = new World("foreign-tree-" + jdk.version())) {
      Ran ran = asks(world, jdk, "files");
      assertThat(ran.exit()).as(ran::toString).isZero();
      assertThat(ran.out()).isEqualTo("true true, false false false, true false\n");
      assertThat(String.join("", ran.said()))
          .contains("made up or asked of this machine: 1 file_change, 1 file_delete, 2 file_stat");
      world.isDone();
    }
  }

  /** Of a tape that holds nothing. */
  private static Ran asks(World world, Jdk jdk, String what) {
    return replay(
        world,
        jdk,
        new ForeignLines(
                world.bench().resolve(what + ".tape"), "fixture.foreign.AsksTheWorld", what)
            .write());
  }

  private static ForeignLines whole(World world, String name, String input) {
    return lines(world, name, input, "x");
  }

  private static ForeignLines lines(World world, String name, String input, String... argv) {
    return records(
        new ForeignLines(world.bench().resolve(name + ".tape"), MAIN, argv), input, "sum 42");
  }

  private static ForeignLines records(ForeignLines lines, String input, String output) {
    return lines
        .record("clock_read", "source", "wall", "value_ms", 1700000000123L)
        .record("clock_read", "source", "wall", "value_ms", 1700000000456L)
        .record("clock_read", "source", "monotonic", "value_ms", 7)
        .read("/gone/input.txt", input)
        .read("/gone/input.txt", input.toUpperCase(Locale.ROOT))
        .record("clock_sleep", "duration_ms", 3_600_000)
        .record(
            "process_spawn",
            "program",
            "oracle",
            "args",
            "[\"--ask\",\"why\"]",
            "cwd",
            "/srv",
            "exit_code",
            3,
            "duration_ms",
            12,
            "stdout_payload",
            ForeignLines.inline("because\n"),
            "stderr_payload",
            ForeignLines.inline("no more\n"))
        .lost("file_write", "/gone/output.txt", output)
        .record("file_delete", "path", "/gone/old.txt")
        .record("env_read", "name", "MOOD", "value", "glad");
  }

  private static Ran replay(World world, Jdk jdk, Path tape, String... options) {
    List<String> line = new ArrayList<>(List.of("replay", tape.toString()));
    line.addAll(List.of("--class-path", FixtureClasses.of17().toString()));
    line.addAll(List.of(options));
    assertThat(Files.exists(Path.of("/gone"))).isFalse();
    return command(world, jdk, line);
  }

  private static Ran command(World world, Jdk jdk, List<String> arguments) {
    List<String> line =
        new ArrayList<>(List.of(jdk.java(), "-jar", Shipped.tapedeckJar().toString()));
    line.addAll(arguments);
    world.isGone();
    return world.fork(line).run();
  }
}
