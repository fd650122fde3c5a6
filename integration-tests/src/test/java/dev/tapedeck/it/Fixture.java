package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

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
  private final List<String> arguments = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> pipes = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private String name;
  private Function<Jdk, List<?>> program = jdk -> List.of();
  private Function<Jdk, String> java = Jdk::java;
  private Function<Jdk, List<String>> beforeUs = jdk -> List.of();
  private String verification = "-Xverify:all";
  private byte[] input = {};
  private int exit;
  private int replays = 1;
  private Predicate<Jdk> where = jdk -> true;
  private Predicate<String> stays = name -> false;
  private boolean newer;
  private boolean quicker;
  private boolean talksOnErr;
  private boolean keepsWrites;
  private boolean served;
  private String servedVariable = "";

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
  Fixture started(Function<Jdk, List<?>> javaArguments) {
    program = javaArguments;
    return this;
  }

  /** Another {@code java} than that of the JDK: an image made with it. */
  Fixture java(Function<Jdk, String> other) {
    java = other;
    return this;
  }

  /** With the JVM's own defaults: classes from its archive, and those of the JDK not verified again. */
  Fixture asPeopleRunIt() {
    verification = "-Xshare:auto";
    return this;
  }

  /** Flags in front of Tapedeck's own: agents of others that come before it. */
  Fixture before(Function<Jdk, List<String>> flags) {
    beforeUs = flags;
    return this;
  }

  Fixture jvm(String... more) {
    flags.addAll(List.of(more));
    return this;
  }

  /** Options of the agent. */
  Fixture recordedWith(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Each of so many replays must be faithful. */
  Fixture replayed(int times) {
    replays = times;
    return this;
  }

  String[] options() {
    return options.toArray(String[]::new);
  }

  int replays() {
    return Math.max(replays, Integer.getInteger("tapedeck.replays", 1));
  }

  Fixture file(String path, String content) {
    return file(path, content.getBytes(UTF_8));
  }

  Fixture file(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** With a named pipe in its directory. */
  Fixture pipe(String path) {
    pipes.add(path);
    return this;
  }

  /** Of its files, those with such names are a part of the program: they stay when the world goes. */
  Fixture staying(String suffix) {
    stays = name -> name.endsWith(suffix);
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

  /** Needs the API of this Java version; its source is in the tree of 21. */
  Fixture since(int version) {
    newer = true;
    return where(jdk -> jdk.version() >= version);
  }

  /** Where the JDK is able to. */
  Fixture where(Predicate<Jdk> able) {
    where = able;
    return this;
  }

  /** Waits so long when recorded that its replay must take less than its recording, however slow the machine. */
  Fixture replayingQuicker() {
    quicker = true;
    return this;
  }

  boolean stays(Path file) {
    return stays.test(file.toString());
  }

  /** What it writes must come out of the replay too. */
  Fixture keepingWrites() {
    keepsWrites = true;
    return this;
  }

  /** Its threads race: one replay may go well by chance. */
  Fixture replayedOften() {
    replays = 3;
    return this;
  }

  /** A server is there while it is recorded; its addresses and its trust store are the last arguments. */
  Fixture served() {
    served = true;
    return this;
  }

  /** The same; it is told where the repository of our own build is served, by an environment variable alone. */
  Fixture servedRepository(String variable) {
    served = true;
    servedVariable = variable;
    return this;
  }

  boolean isServed() {
    return served;
  }

  /** Empty where the program is told by arguments. */
  String servedVariable() {
    return servedVariable;
  }

  boolean keepsWrites() {
    return keepsWrites;
  }

  boolean runsOn(Jdk jdk) {
    return where.test(jdk);
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

  Map<String, byte[]> files() {
    return files;
  }

  List<String> pipes() {
    return pipes;
  }

  /** With the agent's flag, or without: an empty list. */
  List<String> commandLine(Jdk jdk, List<String> agent) {
    List<String> line = new ArrayList<>(List.of(java.apply(jdk), verification));
    line.addAll(beforeUs.apply(jdk));
    line.addAll(agent);
    line.addAll(flags);
    List<?> own = program.apply(jdk);
    if (own.isEmpty()) {
      line.addAll(List.of("-cp", classes().toString(), "fixture." + main));
    } else {
      own.forEach(part -> line.add(part.toString()));
    }
    line.addAll(arguments);
    return line;
  }

  /** Where its class file is. */
  Path classes() {
    return newer ? FixtureClasses.of21() : FixtureClasses.of17();
  }
}
