package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Reading a large file in pieces of 64 KiB. */
final class LargeFile implements Measurement {

  private static final int MEGABYTE = 1 << 20;

  @Override
  public String name() {
    return "file read 64 KiB";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    int size = options.number("file", 1024);
    Path file = bench.directory.resolve("large");
    write(file, size);
    Sample plain = new Sample();
    Sample recording = new Sample();
    for (int i = 0; i < options.number("repeats", 3); i++) {
      plain.add(Ran.of(bench.plain(jdk, "ReadFile", file)).figure(0));
      Path tapes = bench.tapes();
      recording.add(Ran.of(bench.recorded(jdk, tapes, "ReadFile", file)).figure(0));
      Bench.delete(tapes);
    }
    Files.delete(file);
    return List.of(new Row(
        "reading a file of " + size + " MB in 64 KiB pieces, recording / plain",
        recording.median() / plain.median(),
        3,
        1.5,
        String.format(
            Locale.ROOT, "plain %.0f ms, recording %.0f ms", plain.median(), recording.median())));
  }

  private static void write(Path file, int megabytes) throws IOException {
    byte[] bytes = new byte[MEGABYTE];
    new Random(42).nextBytes(bytes);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < megabytes; i++) {
        out.write(bytes);
      }
    }
  }
}
