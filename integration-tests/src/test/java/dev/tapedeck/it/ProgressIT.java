package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Given a command that takes long, then a terminal shows that it goes on, and nothing of it is left or in what it prints. */
final class ProgressIT {

  @EachJdk
  void aTerminalShowsHowFarItHasCome(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.varying("clocks.HotLoop");
    try (Take take = new Take(fixture, jdk)) {
      assertThat(take.record().exit()).isZero();
      World world = take.world();
      world.pipe("lines");
      Path pipe = world.here().resolve("lines");
      String line =
          jdk.java() + " -jar " + Shipped.tapedeckJar() + " cat " + take.tape() + " > " + pipe;
      try (Running running = world
              .fork(List.of("script", "-qec", line, "/dev/null"))
              .environment(Map.of("TERM", "xterm"))
              .start();
          InputStream lines = Files.newInputStream(pipe)) {
        running.awaitOut("tapedeck: printing "); // who prints waits for us, so it takes long
        lines.transferTo(OutputStream.nullOutputStream());
        Ran ran = running.end();
        assertThat(ran.out()).as(ran::toString).contains(" % [").endsWith("\r\033[K");
        assertThat(ran.exit()).isZero();
      }
      Ran piped = take.tapedeck("cat");
      assertThat(piped.err()).as("no terminal, no bar").isEmpty();
      take.isDone();
    }
  }
}
