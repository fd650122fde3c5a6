package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program of a list, what it is given, and what is known of its run. */
final class Fixture {
  /** What two runs of the program without Tapedeck have in common on standard output. */
  enum Output {
    /** Nothing else than the tape can explain an equal replay. */
    VARIES,
    /** Recording must not change it either. */
    STEADY,
    /** Neither is sure. */
    OPEN
  }

  private final String main;
  private final Output output;
  private final List<String> program = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private String name;
  private byte[] input = {};
  private int exit;
  private int since = 17;
  private boolean quicker;
  private boolean talksOnErr;

  private Fixture(String main, Output output) {
    this.main = main;
    this.name = main;
    this.output = output;
  }

  /** A fixture program whose standard output is never the same twice. */
  static Fixture varying(String name) {
    return new Fixture(name, Output.VARIES);
  }

  /** A fixture program whose standard output is the same every time, in one world. */
  static Fixture steady(String name) {
    return new Fixture(name, Output.STEADY);
  }

  /** A fixture program whose standard output may be the same twice, or not. */
  static Fixture open(String name) {
    return new Fixture(name, Output.OPEN);
  }

  /** Another name, for the second and third use of one program. */
  Fixture named(String other) {
    name = other;
    return this;
  }

  Fixture arguments(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /** The end of the java command line, where it is not {@code -cp fixtures fixture.Name}. */
  Fixture started(Object... javaArguments) {
    for (Object argument : javaArguments) {
      program.add(argument.toString());
    }
    return this;
  }

  Fixture jvm(String... more) {
    flags.addAll(List.of(more));
    return this;
  }

  Fixture file(String path, String content) {
    return file(path, content.getBytes(UTF_8));
  }

  Fixture file(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  Fixture environment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Fixture stdin(String text) {
    return stdin(text.getBytes(UTF_8));
  }

  Fixture stdin(byte[] bytes) {
    input = bytes;
    return this;
  }

  Fixture exits(int status) {
    exit = status;
    return this;
  }

  /** Its standard error varies, so that the run without Tapedeck says nothing about it. */
  Fixture talkingOnErr() {
    talksOnErr = true;
    return this;
  }

  /** Needs the API of this Java version. */
  Fixture since(int version) {
    since = version;
    return this;
  }

  /** Waits so long when recorded that its replay must take less than half of that. */
  Fixture replayingQuicker() {
    quicker = true;
    return this;
  }

  boolean runsOn(Jdk jdk) {
    return jdk.version() >= since;
  }

  String name() {
    return name;
  }

  Output output() {
    return output;
  }

  int exit() {
    return exit;
  }

  boolean quicker() {
    return quicker;
  }

  boolean talksOnErr() {
    return talksOnErr;
  }

  byte[] input() {
    return input;
  }

  Map<String, String> environment() {
    return environment;
  }

  void putInputs(World world) {
    files.forEach(world::put);
  }

  List<String> commandLine(Jdk jdk, List<String> before) {
    List<String> line = new ArrayList<>(List.of(jdk.java()));
    line.addAll(before);
    line.addAll(flags);
    line.addAll(
        program.isEmpty() ? List.of("-cp", classes().toString(), "fixture." + main) : program);
    line.addAll(arguments);
    return line;
  }

  private Path classes() {
    return since > 17 ? FixtureClasses.of21() : FixtureClasses.of17();
  }
}
