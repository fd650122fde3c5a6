package dev.tapedeck.tape;

import java.nio.file.Path;

/** A private key that opens sealed runs. Its file is read when one is to be opened. */
public record TapeKey(Path file) {

  byte[] secret() {
    return KeyFile.readPrivate(file);
  }
}
