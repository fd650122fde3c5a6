package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One program on one JDK: run plainly, recorded, and replayed when its world is gone. */
final class Take implements AutoCloseable {
  private final Fixture fixture;
  private final Jdk jdk;
  private final World world;
  private final @Nullable Served server;

  Take(Fixture fixture, Jdk jdk) {
    this.fixture = fixture;
    this.jdk = jdk;
    this.world = new World(fixture.name() + "-" + jdk.version());
    fixture.files().forEach(world::put);
    fixture.pipes().forEach(world::pipe);
    this.server = fixture.isServed() ? new Served(world.bench().resolve("server")) : null;
  }

  World world() {
    return world;
  }

  Ran runPlainly() {
    Ran ran = fork(List.of()).run();
    world.restore(fixture.files());
    fixture.pipes().forEach(world::pipe);
    return ran;
  }

  Ran record(String... agentOptions) {
    return recording(agentOptions).run();
  }

  Fork recording(String... agentOptions) {
    String options = Stream.concat(Stream.of("dir=" + world.tapes()), Stream.of(agentOptions))
        .reduce((a, b) -> a + "," + b)
        .orElseThrow();
    return fork(List.of("-javaagent:" + Shipped.agentJar() + "=" + options));
  }

  private Fork fork(List<String> agent) {
    List<String> line = fixture.commandLine(jdk, agent);
    Map<String, String> told = Map.of();
    if (server != null && fixture.servedVariable().isEmpty()) {
      line.addAll(server.arguments());
    } else if (server != null) {
      told = Map.of(fixture.servedVariable(), server.repository());
    }
    return world
        .fork(line)
        .environment(fixture.environment())
        .environment(told)
        .input(fixture.input());
  }

  Take worldIsGone() {
    world.isGone(fixture::stays);
    stopServer();
    return this;
  }

  Ran replay(String... options) {
    return tapedeck("replay", options);
  }

  /** The command on this take's tape. */
  Ran tapedeck(String verb, String... options) {
    List<String> line = new ArrayList<>(List.of(verb, tape().toString()));
    line.addAll(List.of(options));
    return command(line);
  }

  /** The command as a person types it. */
  Ran command(List<String> arguments) {
    return replaying(arguments).run();
  }

  Fork replaying(List<String> arguments) {
    List<String> line =
        new ArrayList<>(List.of(jdk.java(), "-jar", Shipped.tapedeckJar().toString()));
    line.addAll(arguments);
    return world.fork(line);
  }

  Path tape() {
    try (Stream<Path> found = Files.walk(world.tapes())) {
      List<Path> runs =
          found.filter(p -> p.getFileName().toString().startsWith("run-")).toList();
      assertThat(runs).as("one tape below " + world.tapes()).hasSize(1);
      return runs.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All went well: the files need not be kept. */
  void isDone() {
    world.isDone();
  }

  private void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public void close() {
    stopServer();
    world.close();
  }
}
