package dev.tapedeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server on loopback, in a process of its own, that is there while a program is recorded. */
final class Served implements AutoCloseable {
  private final Path directory;
  private final Running server;
  private final String[] said;
  private boolean gone;

  /** Starts it, and puts its trust store into the directory. */
  Served(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = new Fork(List.of(
            Jdks.all().get(0).java(),
            "-cp",
            FixtureClasses.of17().toString(),
            "fixture.http.Server",
            directory.toString(),
            MavenProgram.repository()))
        .start()
        .awaitOut(" .");
    said = server.outSoFar().trim().split(" ");
  }

  /** Where it hands out what the repository of our own build has. */
  String repository() {
    return "http://127.0.0.1:" + said[1] + "/files/";
  }

  /** What a program is told of it: the address for http, that for https, the trust store. */
  List<String> arguments() {
    return List.of(
        "http://127.0.0.1:" + said[1],
        "https://localhost:" + said[2],
        directory.resolve("trust.p12").toString());
  }

  @Override
  public void close() {
    if (gone) {
      return;
    }
    gone = true;
    server.kill();
    server.close();
    try {
      World.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
