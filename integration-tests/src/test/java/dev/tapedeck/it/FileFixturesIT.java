package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** The doors to files that are read. */
final class FileFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        shop(steady("files.FileInputStreams")),
        shop(steady("files.ReadWhole")),
        shop(steady("files.ReadStreams")),
        shop(steady("files.Readers")),
        shop(steady("files.Stats")),
        shop(steady("files.Listings")),
        shop(steady("files.IoFile")),
        shop(steady("files.Canonical")),
        shop(steady("files.Missing")),
        shop(varying("files.MissingUncaught")).exits(1),
        shop(varying("files.Large")).file("large.bin", randomBytes(10 << 20)),
        varying("files.LargerThanTheHeap")
            .jvm("-Xmx16m", "-XX:MaxDirectMemorySize=64m")
            .file("large.bin", randomBytes(24 << 20)),
        varying("files.Resources"),
        varying("files.Devices"),
        shop(varying("files.ReadInThreads")),
        shop(steady("files.ChannelReads")),
        shop(varying("files.Trees")),
        archives(shop(steady("files.Archives"))),
        steady("files.Synced"),
        archives(steady("files.PlugIns"))
            .jvm("-Xmx32m")
            .started(jdk -> List.of(
                "-cp", FixtureClasses.of17(), "fixture.files.PlugIns", Programs.moduleJar(jdk))),
        sizes(steady("files.Sizes")));
  }

  static Fixture shop(Fixture fixture) {
    for (int i = 0; i < 39; i++) {
      fixture.file("many/" + i + ".txt", "order " + i + "\n");
    }
    return fixture
        .file("orders.txt", "pear 7 of them\nplum 12 and more\nżółć\n")
        .file("empty.txt", "")
        .file("with space/żółć.txt", "found\n")
        .file("shop.properties", "name=pears and plums\nopen = yes\n");
  }

  static Fixture archives(Fixture fixture) {
    String text = "pears in a\n";
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream whole = new GZIPOutputStream(gzip)) {
      whole.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] zip = Zips.of(Map.of("a.txt", text, "below/b.txt", text));
    return fixture.file("orders.zip", zip).file("orders.gz", gzip.toByteArray());
  }

  private static Fixture sizes(Fixture fixture) {
    for (int size :
        new int[] {0, 1, 2047, 2048, 2049, 4095, 4096, 4097, 8191, 8192, 8193, 40_000}) {
      fixture.file(size + ".bin", randomBytes(size));
    }
    return fixture;
  }

  private static byte[] randomBytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
