package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Recording with encrypt-to, side by side with recording in clear. */
final class SealCosts implements Measurement {

  private static final int MEGABYTE = 1 << 20;
  private static final int SMALL_FILES = 10_000;

  @Override
  public String name() {
    return "seal encrypt";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    int size = options.number("file", 1024);
    Path key = bench.directory.resolve("tapes.key");
    Path file = bench.directory.resolve("sealed-large");
    Path small = bench.directory.resolve("sealed-small");
    Ran.of(List.of(jdk.java(), "-jar", bench.command.toString(), "keygen", "-o", key.toString()));
    write(file, size);
    Files.createDirectories(small);
    for (int i = 0; i < SMALL_FILES; i++) {
      Files.writeString(small.resolve(i + ".txt"), "order " + i + "\n");
    }
    Side side = new Side(bench, jdk, key);
    int repeats = options.number("repeats", 3);
    int calls = options.number("calls", 20_000_000);
    List<Row> rows = new ArrayList<>();
    rows.add(side.row("hello-world, wall", options.number("runs", 9), true, "HelloWorld"));
    rows.add(side.row("nanoTime in a loop", repeats, false, "ClockLoop", "nanoTime", calls));
    rows.add(side.row(
        "reading a file of " + size + " MB in 64 KiB pieces",
        repeats,
        false,
        "FileWork",
        "read",
        file));
    rows.add(side.row(
        "50,000 random reads of 4 KiB by a channel", repeats, false, "FileWork", "random", file));
    rows.add(side.row(
        "reading 10,000 small files", repeats, false, "FileWork", "small", small, SMALL_FILES));
    Files.delete(file);
    Files.delete(key);
    Files.delete(Path.of(key + ".pub"));
    Bench.delete(small);
    return rows;
  }

  private static void write(Path file, int megabytes) throws IOException {
    byte[] bytes = new byte[MEGABYTE];
    Random random = new Random(42);
    try (var out = Files.newOutputStream(file)) {
      for (int i = 0; i < megabytes; i++) {
        random.nextBytes(bytes);
        out.write(bytes);
      }
    }
  }

  /** Runs the same work recorded in clear and sealed, in turns. */
  private record Side(Bench bench, Jdk jdk, Path key) {

    /** Measures what the program says itself, or how long its process takes. */
    Row row(String what, int repeats, boolean wall, String program, Object... work)
        throws IOException, InterruptedException {
      Sample clear = new Sample();
      Sample sealed = new Sample();
      for (int i = 0; i < repeats; i++) {
        clear.add(recorded("", wall, program, work));
        sealed.add(recorded(",encrypt-to=" + key + ".pub", wall, program, work));
      }
      return Row.stated(
          what + ", sealed / in clear",
          sealed.median() / clear.median(),
          String.format(
              Locale.ROOT, "in clear %.1f, sealed %.1f", clear.median(), sealed.median()));
    }

    private double recorded(String options, boolean wall, String program, Object... work)
        throws IOException, InterruptedException {
      Path tapes = bench.tapes();
      Ran ran = Ran.of(bench.recorded(jdk, Path.of(tapes + options), program, work));
      Bench.delete(tapes);
      return wall ? ran.millis() : ran.figure(0);
    }
  }
}
