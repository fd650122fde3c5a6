package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tape of each version of the format is kept, and read for ever.
 *
 * <p>{@code -Dtapedeck.golden=refresh} writes that of the present version anew; read the difference in its text
 * before it is committed.
 */
final class GoldenTapeTest {

  private static final int LONGEST = 200;
  private static final Path KEPT = Path.of("src/test/resources/tapes");

  @TempDir
  static Path base;

  @BeforeAll
  static void refresh() throws IOException {
    if (!"refresh".equals(System.getProperty("tapedeck.golden"))) {
      return;
    }
    Path run = write();
    Files.createDirectories(KEPT);
    Path zip = KEPT.resolve("version-" + Format.VERSION + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> files = Files.list(run)) {
      for (Path file : files.sorted().toList()) {
        out.putNextEntry(new ZipEntry(file.getFileName().toString()));
        out.write(Files.readAllBytes(file));
      }
    }
    Files.writeString(KEPT.resolve("version-" + Format.VERSION + ".txt"), describe(run));
  }

  @Test
  @DisplayName("Version 1")
  void version1() throws IOException {
    Path run = Files.createDirectory(base.resolve("version-1"));
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(KEPT.resolve("version-1.zip")))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.write(run.resolve(entry.getName()), in.readAllBytes());
      }
    }
    assertThat(describe(run)).isEqualTo(Files.readString(KEPT.resolve("version-1.txt")));
  }

  private static Path write() {
    TapeWriter tape = TapeWriter.create(base, new Fields().put(Header.MAIN, "a.Main"));
    ChunkWriter writer = tape.newChunkWriter();
    RandomEvents events = new RandomEvents(1);
    tape.defineLane(0, -1, 0, "main");
    tape.defineLane(1, 0, 1, "worker");
    tape.defineSite(new Site(2, "a.Main", "run", "()V", 17, 1));
    tape.defineClass(new ClassInfo("a.Main", "app", 5, true, null));
    tape.note(new Note("info", "a note"));
    long[] next = new long[2];
    for (int i = 0; i < 150; i++) {
      int lane = i / 25 % 2;
      writer.lane(lane, next[lane]);
      tape.phase(i < 120 ? Phase.USER_SCRIPT : Phase.RUNTIME_FINALIZE);
      RandomEvents.append(writer, events.next(lane, next[lane]++, 0));
    }
    Crash crash = new Crash("main", events.failure(0));
    tape.end(new RunEnd(1, true, "uncaught", crash, Phase.RUNTIME_FINALIZE, 0));
    return tape.directory();
  }

  private static String describe(Path run) {
    List<String> lines = new ArrayList<>();
    try (TapeReader tape = TapeReader.open(run)) {
      lines.add("problems " + tape.problems());
      lines.add("main " + tape.header().text(Header.MAIN));
      tape.lanes().forEach(lane -> lines.add("lane " + lane.name() + " of " + lane.threadName()));
      lines.add("" + tape.site(2));
      lines.add("" + tape.kinds());
      lines.add("" + tape.classes());
      lines.add("" + tape.notes());
      lines.add("" + tape.end());
      for (LaneInfo lane : tape.lanes()) {
        tape.lane(lane.id()).forEachRemaining(event -> lines.add(RandomEvents.describe(event)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        plain.append(c >= ' ' && c <= '~' ? String.valueOf(c) : "\\" + (int) c);
      }
      if (plain.length() > LONGEST) {
        plain.setLength(LONGEST);
        plain.append("... ").append(line.length()).append(' ').append(line.hashCode());
      }
      text.append(plain).append('\n');
    }
    return text.toString();
  }
}
