package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.it.PublicMethods.Line;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every public method of the classes that lead to the outside is called by a fixture, or asks nothing. */
final class MethodWalkIT {

  /** A line for each family: its fixtures, its classes, and what of them asks the system nothing. */
  @TestFactory
  Stream<DynamicTest> everyPublicMethodIsCalledOrAsksNothing() {
    return Stream.of(
            family(
                "files",
                List.of(new FileFixturesIT(), new FileSystemFixturesIT()),
                WalkedClasses.FILES,
                AskingNothing.FILES),
            family(
                "processes",
                List.of(new ProcessFixturesIT(), new HostFixturesIT(), new EndFixturesIT()),
                WalkedClasses.PROCESSES,
                AskingNothing.PROCESSES))
        .flatMap(tests -> tests);
  }

  private static Stream<DynamicTest> family(
      String name, List<Replayed> lists, List<Class<?>> classes, AskingNothing exceptions) {
    List<Fixture> fixtures =
        lists.stream().flatMap(list -> list.fixtures().stream()).toList();
    Stream<DynamicTest> walks = Jdks.all().stream()
        .map(jdk -> DynamicTest.dynamicTest(
            name + " on " + jdk, () -> walk(jdk, fixtures, classes, exceptions)));
    return Stream.concat(
        walks,
        Stream.of(DynamicTest.dynamicTest(
            name + ": exceptions", () -> areNeeded(fixtures, classes, exceptions))));
  }

  private static void walk(
      Jdk jdk, List<Fixture> fixtures, List<Class<?>> classes, AskingNothing exceptions) {
    Set<String> missing = new TreeSet<>();
    for (Line method : uncalled(jdk, fixtures, classes)) {
      if (!exceptions.names().contains(method.name())) {
        missing.add(method.name() + " " + method.signature());
      }
    }
    assertThat(missing).as("public methods that no fixture calls").isEmpty();
  }

  private static void areNeeded(
      List<Fixture> fixtures, List<Class<?>> classes, AskingNothing exceptions) {
    Set<String> needless = new TreeSet<>(exceptions.names());
    for (Jdk jdk : Jdks.all()) {
      uncalled(jdk, fixtures, classes).forEach(method -> needless.remove(method.name()));
    }
    assertThat(needless)
        .as("exceptions for methods that are called, or are not there")
        .isEmpty();
  }

  private static List<Line> uncalled(Jdk jdk, List<Fixture> fixtures, List<Class<?>> classes) {
    List<Fixture> run = fixtures.stream().filter(fixture -> fixture.runsOn(jdk)).toList();
    CalledMethods called = CalledMethods.of(run);
    List<Line> uncalled = new ArrayList<>();
    for (Line method : publicMethods(jdk, classes)) {
      if (called.owners(method.signature()).stream().noneMatch(owner -> leads(owner, method))) {
        uncalled.add(method);
      }
    }
    return uncalled;
  }

  /** No class of the packages that lead to files and processes is forgotten. */
  @EachJdk
  void everyPublicClassIsWalkedOrWorksOnWhatItIsGiven(Jdk jdk) {
    Set<String> forgotten = new TreeSet<>(run(jdk, PublicClasses.class, List.of()));
    WalkedClasses.FILES.forEach(type -> forgotten.remove(type.getName()));
    WalkedClasses.PROCESSES.forEach(type -> forgotten.remove(type.getName()));
    WalkedClasses.OPENING.forEach(type -> forgotten.remove(type.getName()));
    forgotten.removeAll(UnwalkedClasses.REASONS.keySet());
    assertThat(forgotten).as("public classes that nobody has looked at").isEmpty();
  }

  /** Classes over streams, which open files only when they are made. */
  @EachJdk
  void everyConstructorThatOpensAFileIsCalled(Jdk jdk) {
    List<Fixture> fixtures = new ArrayList<>(new FileFixturesIT().fixtures());
    fixtures.addAll(new FileSystemFixturesIT().fixtures());
    CalledMethods called = CalledMethods.of(
        fixtures.stream().filter(fixture -> fixture.runsOn(jdk)).toList());
    Set<String> missing = new TreeSet<>();
    for (Line method : publicMethods(jdk, WalkedClasses.OPENING)) {
      boolean opens = method.signature().startsWith("<init>(Ljava/io/File;")
          || method.signature().startsWith("<init>(Ljava/nio/file/Path;")
          || method.signature().startsWith("<init>(Ljava/lang/String;")
              && !method.type().endsWith("Scanner");
      if (opens && !called.owners(method.signature()).contains(method.type())) {
        missing.add(method.name() + " " + method.signature());
      }
    }
    assertThat(missing)
        .as("constructors that open a file, and that no fixture calls")
        .isEmpty();
  }

  private static List<Line> publicMethods(Jdk jdk, List<Class<?>> classes) {
    return run(jdk, PublicMethods.class, classes).stream().map(Line::parse).toList();
  }

  private static List<String> run(Jdk jdk, Class<?> main, List<Class<?>> classes) {
    List<String> line =
        new ArrayList<>(List.of(jdk.java(), "-cp", ourClasses().toString(), main.getName()));
    classes.forEach(type -> line.add(type.getName()));
    Ran ran = new Fork(line).run();
    assertThat(ran.exit()).as(ran::toString).isZero();
    return ran.out().lines().toList();
  }

  private static Path ourClasses() {
    try {
      return Path.of(PublicMethods.class
          .getProtectionDomain()
          .getCodeSource()
          .getLocation()
          .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a call through the owner is one of the method: through its class, one below, or one it comes from. */
  private static boolean leads(String owner, Line method) {
    if (owner.equals(method.type())) {
      return true;
    }
    try {
      Class<?> through = Class.forName(owner, false, null);
      Class<?> type = Class.forName(method.type(), false, null);
      Class<?> declaring = Class.forName(method.declaring(), false, null);
      boolean isBetween = through.isAssignableFrom(type) && declaring.isAssignableFrom(through);
      return !method.signature().startsWith("<") && (type.isAssignableFrom(through) || isBetween);
    } catch (ClassNotFoundException notOfThisJdk) {
      return false;
    }
  }
}
