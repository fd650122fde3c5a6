package dev.tapedeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What real programs are given to work on. */
final class Scripts {

  private Scripts() {}

  static String read(String name) {
    try {
      return Files.readString(FixtureClasses.sources().resolve("scripts").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
