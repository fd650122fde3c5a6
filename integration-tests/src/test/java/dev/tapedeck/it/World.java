package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What surrounds a program: its directory with the inputs, its environment, the machine's zone and
 * language. It is there while the program is recorded, and then it is taken away.
 */
final class World implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final boolean CUTS_NETWORK = Fork.permits("unshare", "--net", "--uts", "true");

  private final Path root;
  private boolean gone;
  private boolean keep = true;

  World(String name) {
    root = Shipped.output()
        .resolve("worlds")
        .resolve(name.replaceAll("[^A-Za-z0-9.]+", "-") + "-" + COUNT.incrementAndGet());
    try {
      delete(root);
      Files.createDirectories(here());
      Files.createDirectories(root.resolve("elsewhere"));
      Files.createDirectories(tapes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory the program is started in. */
  Path here() {
    return root.resolve("here");
  }

  Path tapes() {
    return root.resolve("tapes");
  }

  /** A place for what a test builds; it stays when the world goes. */
  Path bench() {
    return root.resolve("bench");
  }

  void put(String name, byte[] content) {
    try {
      Path file = here().resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      if (content.length > 2 && content[0] == '#' && content[1] == '!') {
        assertThat(file.toFile().setExecutable(true)).isTrue();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a named pipe, which Java cannot. */
  void pipe(String name) {
    Ran made =
        new Fork(List.of("mkfifo", here().resolve(name).toString())).in(root).run();
    assertThat(made.exit()).as("mkfifo").isZero();
  }

  /** Takes away what a run has added to the inputs, and puts back what it has changed. */
  void restore(Map<String, byte[]> inputs) {
    try (Stream<Path> found = Files.walk(here())) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        boolean isInput =
            inputs.keySet().stream().anyMatch(name -> here().resolve(name).startsWith(path));
        if (!isInput && !path.equals(here())) {
          Files.delete(path);
        }
      }
      for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
        Path file = here().resolve(input.getKey());
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), input.getValue())) {
          put(input.getKey(), input.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the inputs and the directory they were in. */
  void isGone() {
    isGone(file -> false);
  }

  /** Deletes the inputs and the directory they were in, but for what stays; from now on everything around a fork is different. */
  void isGone(Predicate<Path> stays) {
    try {
      delete(here(), stays);
      gone = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fork of the command as the world now is: with the network and the host's name gone too, where the machine lets us. */
  Fork fork(List<String> command) {
    if (!gone) {
      return new Fork(command)
          .in(here())
          .environment(Map.of(
              "TZ",
              "Asia/Kolkata",
              "LC_ALL",
              "C.UTF-8",
              "HOME",
              "/home/recorded",
              "USER",
              "recorded",
              "FRUIT",
              "pear and plum"));
    }
    List<String> cut = CUTS_NETWORK
        ? List.of("unshare", "--net", "--uts", "sh", "-c", "hostname elsewhere; exec \"$@\"", "sh")
        : List.of();
    return new Fork(Stream.concat(cut.stream(), command.stream()).toList())
        .in(root.resolve("elsewhere"))
        .environment(Map.of(
            "TZ",
            "America/St_Johns",
            "LC_ALL",
            "POSIX",
            "HOME",
            "/home/replaying",
            "USER",
            "replaying",
            "VEGETABLE",
            "leek"));
  }

  /** The test went well: nothing of this world need be kept to look at. */
  void isDone() {
    keep = false;
  }

  @Override
  public void close() {
    try {
      if (!keep) {
        delete(root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path tree) throws IOException {
    delete(tree, path -> false);
  }

  private static void delete(Path tree, Predicate<Path> stays) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> found = Files.walk(tree)) {
      Set<Path> needed = new HashSet<>();
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        if (stays.test(path) || needed.contains(path)) {
          needed.add(path.getParent());
        } else {
          Files.delete(path);
        }
      }
    }
  }
}
