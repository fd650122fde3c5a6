package dev.tapedeck.tape;

import java.nio.file.Files;
import java.nio.file.Path;

/** A private key's file, and the public key that goes with it. */
record KeyPair(TapeKey key, byte[] recipient) {

  static KeyPair in(Path base, String name) throws Exception {
    Files.createDirectories(base);
    Path file = base.resolve(name);
    return new KeyPair(new TapeKey(file), KeyFile.readPublic(KeyFile.create(file)));
  }
}
