package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code tapedeck-agent.jar}, which this jar carries as a resource, and puts it where a JVM can load it from.
 *
 * <p>The place is a cache directory and the name holds the checksum of the bytes, so that a recorded command line stays
 * valid after an update of Tapedeck.
 */
public final class AgentJar {
  private static final String RESOURCE = "/tapedeck-agent.jar";

  private AgentJar() {}

  /** The agent's jar as a file. */
  public static Path locate() {
    byte[] bytes = carried();
    if (bytes == null) {
      return sibling();
    }
    for (Path directory : cacheDirectories(System.getenv())) {
      try {
        return extract(bytes, directory);
      } catch (IOException | UncheckedIOException e) {
        // The next place may be writable.
      }
    }
    throw new Trouble(
        "cannot write the agent's jar to a cache directory: set TAPEDECK_CACHE to a writable one");
  }

  static Path extract(byte[] bytes, Path directory) throws IOException {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    Path jar = directory.resolve("tapedeck-agent-" + Long.toHexString(crc.getValue()) + ".jar");
    if (Files.isRegularFile(jar) && Arrays.equals(bytes, Files.readAllBytes(jar))) {
      return jar;
    }
    Files.createDirectories(directory);
    Path fresh = Files.createTempFile(directory, "tapedeck-agent-", ".part");
    Files.write(fresh, bytes);
    // Two commands that start together must both find a whole jar.
    return Files.move(
        fresh, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static List<Path> cacheDirectories(Map<String, String> env) {
    String own = env.get("TAPEDECK_CACHE");
    if (own != null && !own.isEmpty()) {
      return List.of(Path.of(own).toAbsolutePath());
    }
    String xdg = env.get("XDG_CACHE_HOME");
    Path home = xdg != null && !xdg.isEmpty()
        ? Path.of(xdg)
        : Path.of(System.getProperty("user.home", "."), ".cache");
    Path temporary = Path.of(
        System.getProperty("java.io.tmpdir"),
        "tapedeck-" + System.getProperty("user.name", "user"));
    return List.of(home.resolve("tapedeck").toAbsolutePath(), temporary.toAbsolutePath());
  }

  private static byte @Nullable [] carried() {
    try (InputStream in = AgentJar.class.getResourceAsStream(RESOURCE)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new Trouble("cannot read " + RESOURCE + " out of tapedeck.jar: is the jar damaged?", e);
    }
  }

  /** In a build that has not been packed yet, the jar of the agent module. */
  private static Path sibling() {
    Path here;
    try {
      here = Path.of(
          AgentJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new Trouble("cannot find tapedeck-agent.jar: run the command from tapedeck.jar", e);
    }
    for (Path directory = here; directory != null; directory = directory.getParent()) {
      for (String place : new String[] {"tapedeck-agent.jar", "agent/target/tapedeck-agent.jar"}) {
        Path jar = directory.resolve(place);
        if (Files.isRegularFile(jar)) {
          return jar;
        }
      }
    }
    throw new Trouble(
        "cannot find tapedeck-agent.jar near " + here + ": build it with mvn package");
  }
}
