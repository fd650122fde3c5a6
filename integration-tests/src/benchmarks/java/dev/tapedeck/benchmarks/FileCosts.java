package dev.tapedeck.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Reading and writing files in several ways, side by side with the same without us. */
final class FileCosts implements Measurement {

  private static final int MEGABYTE = 1 << 20;
  private static final int SMALL_FILES = 10_000;
  private static final int OUTPUT = 100;

  @Override
  public String name() {
    return "files";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    int size = options.number("file", 1024);
    Path file = bench.directory.resolve("large");
    Path other = bench.directory.resolve("other");
    Path small = bench.directory.resolve("small");
    write(file, size);
    for (int i = 0; i < SMALL_FILES; i++) {
      Files.createDirectories(small);
      Files.writeString(small.resolve(i + ".txt"), "order " + i + "\n");
    }
    Side side = new Side(bench, options.number("repeats", 3), jdk);
    List<Row> rows = new ArrayList<>();
    String read = "reading a file of " + size + " MB in 64 KiB pieces, ";
    rows.add(side.row(read + "recording / plain", 3, 1.5, null, "read", file));
    rows.add(side.row(read + "recording / copying it", file, other));
    rows.add(side.row(read + "not in memory, recording / plain", 3, 1.5, file, "read", file));
    rows.add(side.stated("writing " + size + " MB in 64 KiB pieces", "write", other, size));
    rows.add(side.stated("50,000 random reads of 4 KiB by a channel", "random", file));
    rows.add(side.stated("a mapped file of " + size + " MB", "map", file));
    rows.add(side.stated("reading 10,000 small files", "small", small, SMALL_FILES));
    rows.add(side.stated("reading 100 MB from a process", "process", file, OUTPUT));
    Files.delete(file);
    Files.deleteIfExists(other);
    Bench.delete(small);
    return rows;
  }

  /** No two megabytes alike. */
  private static void write(Path file, int megabytes) throws IOException {
    byte[] bytes = new byte[MEGABYTE];
    Random random = new Random(42);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < megabytes; i++) {
        random.nextBytes(bytes);
        out.write(bytes);
      }
    }
  }

  /** Runs the same work plain and recorded, in turns. */
  private record Side(Bench bench, int repeats, Jdk jdk) {

    Row stated(String what, Object... work) throws IOException, InterruptedException {
      return row(what + ", recording / plain", Row.NONE, Row.NONE, null, work);
    }

    /**
     * Measures one row.
     *
     * @param forgotten the file that the system is to forget before each run; null for none
     */
    Row row(String what, double budget, double stretch, Path forgotten, Object... work)
        throws IOException, InterruptedException {
      Sample plain = new Sample();
      Sample recording = new Sample();
      for (int i = 0; i < repeats; i++) {
        forget(forgotten);
        plain.add(Ran.of(bench.plain(jdk, "FileWork", work)).figure(0));
        forget(forgotten);
        recording.add(recorded(work));
      }
      return row(what, budget, stretch, "plain", plain, recording);
    }

    /** Recording a read of the file, held against a program that copies it. */
    Row row(String what, Path file, Path other) throws IOException, InterruptedException {
      Sample copying = new Sample();
      Sample recording = new Sample();
      for (int i = 0; i < repeats; i++) {
        Files.deleteIfExists(other);
        copying.add(Ran.of(bench.plain(jdk, "FileWork", "copy", file, other)).figure(0));
        Files.delete(other);
        recording.add(recorded("read", file));
      }
      return row(what, Row.NONE, Row.NONE, "copying", copying, recording);
    }

    private double recorded(Object... work) throws IOException, InterruptedException {
      Path tapes = bench.tapes();
      double millis = Ran.of(bench.recorded(jdk, tapes, "FileWork", work)).figure(0);
      Bench.delete(tapes);
      return millis;
    }

    private static Row row(
        String what, double budget, double stretch, String other, Sample plain, Sample recording) {
      return new Row(
          what,
          recording.median() / plain.median(),
          budget,
          stretch,
          String.format(
              Locale.ROOT,
              "%s %.0f ms, recording %.0f ms",
              other,
              plain.median(),
              recording.median()));
    }

    private static void forget(Path file) throws IOException, InterruptedException {
      if (file == null) {
        return;
      }
      List<String> command =
          Arrays.asList("dd", "of=" + file, "oflag=nocache", "conv=notrunc,fdatasync", "count=0");
      int status = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(new File("/dev/null"))
          .start()
          .waitFor();
      if (status != 0) {
        throw new IllegalStateException("exit " + status + " of " + command);
      }
    }
  }
}
