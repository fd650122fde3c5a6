package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs are deleted, and which never. */
final class RetentionTest {

  private static final Limits LITTLE = limits("1M", null);
  private static final RunEnd WELL = new RunEnd(0, true, "return", null, Phase.USER_SCRIPT, 0);
  private static final RunEnd BADLY = new RunEnd(1, true, "exit", null, Phase.USER_SCRIPT, 0);

  @TempDir
  Path base;

  @Test
  @DisplayName("The oldest go first, until what is left is no more than the limit")
  void oldestFirst() throws IOException {
    List<Path> old = ended(4);
    long each = StoredRun.at(old.get(0)).bytes();
    Path last = runEnds(limits(Long.toString(3 * each + 100), null), WELL);
    assertThat(runs()).containsExactlyInAnyOrder(old.get(2), old.get(3), last);
  }

  @Test
  @DisplayName("Those go to which nothing was written for so long")
  void byAge() throws IOException {
    List<Path> old = ended(3);
    touch(old.get(2), Duration.ofMinutes(50));
    Path last = runEnds(limits(null, "1h"), WELL);
    assertThat(runs()).containsExactlyInAnyOrder(old.get(2), last);
  }

  @Test
  @DisplayName("One without an end is not deleted, unless its program is known to be gone")
  void running() throws Exception {
    Path unknown = begun(Duration.ofHours(9)).directory();
    Path running = begun(Duration.ofHours(8)).directory();
    RunningMark mark = RunningMark.put(running);
    Path killed = begun(Duration.ofHours(7)).directory();
    Files.createFile(killed.resolve("running"));
    Path last = runEnds(LITTLE, WELL);
    assertThat(runs()).containsExactlyInAnyOrder(unknown, running, last).doesNotContain(killed);
    mark.take(running);
  }

  @Test
  @DisplayName("One that is marked kept is not deleted")
  void kept() throws IOException {
    List<Path> old = ended(2);
    KeptMark.put(old.get(0));
    Path last = runEnds(LITTLE, WELL);
    assertThat(runs()).containsExactlyInAnyOrder(old.get(0), last);
    KeptMark.take(old.get(0));
    Path next = runEnds(LITTLE, WELL);
    assertThat(runs()).containsExactly(next);
  }

  @Test
  @DisplayName("What links lead to is left alone, and so is what is no run")
  void links() throws IOException {
    Path elsewhere = Files.createDirectories(base.resolve("elsewhere"));
    Path foreign = ended(elsewhere, Duration.ofDays(9));
    Path day = Files.createDirectories(base.resolve("here/2020/01/02"));
    Files.createSymbolicLink(day.resolve("run-linked"), foreign);
    Files.createSymbolicLink(base.resolve("here/2019"), foreign.getParent().getParent());
    Path other = Files.writeString(day.resolve("notes.txt"), "mine");
    Path old = ended(base.resolve("here"), Duration.ofDays(9));
    Files.createSymbolicLink(old.resolve("linked"), foreign);
    Path last = runEnds(base.resolve("here"), LITTLE, WELL);
    assertThat(old).doesNotExist();
    assertThat(foreign.resolve("header")).exists();
    assertThat(other).exists();
    assertThat(last).exists();
  }

  @Test
  @DisplayName("A run that ended well goes where only failures are kept")
  void failuresOnly() throws IOException {
    Limits failures = Limits.of(null, null, "failures");
    Path old = ended(base, Duration.ofDays(9));
    runEnds(failures, WELL);
    Path failed = runEnds(failures, BADLY);
    Crash crash =
        new Crash("worker", new Failure("E", null, java.util.Map.of(), null, List.of(), List.of()));
    Path crashed = runEnds(failures, new RunEnd(0, true, "return", crash, Phase.USER_SCRIPT, 0));
    assertThat(runs()).containsExactlyInAnyOrder(old, failed, crashed);
  }

  @Test
  @DisplayName("Runs that are killed one after the other do not fill the disk")
  void killedEachTime() {
    TapeWriter first = TapeWriter.create(base, new Fields());
    Retention.begin(base, first.directory(), LITTLE);
    assertThat(runs()).hasSize(1);
    List<Path> old = ended(3);
    TapeWriter next = TapeWriter.create(base, new Fields());
    Retention.begin(base, next.directory(), LITTLE);
    assertThat(runs())
        .contains(first.directory(), next.directory())
        .doesNotContainAnyElementsOf(old);
  }

  @Test
  @DisplayName("Several at once delete each run once, and nothing else")
  void severalAtOnce() throws Exception {
    ended(40);
    List<Thread> threads = IntStream.range(0, 4)
        .mapToObj(i -> new Thread(() -> runEnds(LITTLE, WELL)))
        .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    Path last = runEnds(LITTLE, WELL);
    assertThat(runs()).containsExactly(last);
    try (Stream<Path> all = Files.walk(base)) {
      assertThat(all.filter(path -> path.toString().endsWith(".deleted"))).isEmpty();
    }
  }

  @Test
  @DisplayName("A deletion that was broken off is gone on with")
  void brokenOff() throws IOException {
    Path old = ended(base, Duration.ofHours(1));
    Path doomed = old.resolveSibling("." + old.getFileName() + ".deleted");
    Files.move(old, doomed);
    runEnds(limits("1G", null), WELL);
    assertThat(doomed).doesNotExist();
  }

  @Test
  @DisplayName("What the options cannot mean is said")
  void options() {
    assertThat(limits("3k".toUpperCase(java.util.Locale.ROOT), "2d"))
        .isEqualTo(new Limits(3072, 172_800_000, false));
    assertThat(Limits.of(null, null, "all")).isNull();
    assertThatThrownBy(() -> limits("lots", null)).hasMessageContaining("max-bytes");
    assertThatThrownBy(() -> limits("9999999999999G", null)).hasMessageContaining("max-bytes");
    assertThatThrownBy(() -> limits(null, "7")).hasMessageContaining("max-age");
    assertThatThrownBy(() -> Limits.of(null, null, "some")).hasMessageContaining("keep");
  }

  private static Limits limits(@Nullable String bytes, @Nullable String age) {
    return Limits.of(bytes, age, null);
  }

  /** So many runs that are over, the oldest first; of the last ones a day ago and before. */
  private List<Path> ended(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ended(base, Duration.ofDays(count - i)))
        .toList();
  }

  private static Path ended(Path base, Duration ago) {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    tape.end(WELL);
    tape.close();
    touch(tape.directory(), ago);
    return tape.directory();
  }

  private TapeWriter begun(Duration ago) {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    touch(tape.directory(), ago);
    return tape;
  }

  private Path runEnds(Limits limits, RunEnd end) {
    return runEnds(base, limits, end);
  }

  private static Path runEnds(Path base, Limits limits, RunEnd end) {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    Retention retention = Retention.begin(base, tape.directory(), limits);
    tape.end(end);
    retention.ends(end);
    return tape.directory();
  }

  private static void touch(Path run, Duration ago) {
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<Path> runs() {
    return StoredRuns.oldestFirst(base).stream().map(StoredRun::directory).toList();
  }
}
