package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;

import java.util.List;
import java.util.Random;

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
        varying("files.Resources"),
        varying("files.Devices"),
        shop(varying("files.ReadInThreads")),
        sizes(steady("files.Sizes")));
  }

  private static Fixture shop(Fixture fixture) {
    for (int i = 0; i < 39; i++) {
      fixture.file("many/" + i + ".txt", "order " + i + "\n");
    }
    return fixture
        .file("orders.txt", "pear 7 of them\nplum 12 and more\nżółć\n")
        .file("empty.txt", "")
        .file("with space/żółć.txt", "found\n")
        .file("shop.properties", "name=pears and plums\nopen = yes\n");
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
