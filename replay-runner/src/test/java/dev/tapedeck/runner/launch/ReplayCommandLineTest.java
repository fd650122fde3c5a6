package dev.tapedeck.runner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.runner.speech.Trouble;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given a header, what java is told. */
class ReplayCommandLineTest {
  private static final ReplayJdk JDK = new ReplayJdk(Path.of("/jdk/bin/java"), "17.0.1", true);

  @TempDir
  Path directory;

  @Test
  void aClassRunsAsItWasRecorded() {
    RecordedProgram program = program(
        "class", "com.acme.Job", List.of("-Xmx64m", "-ea"), List.of("lib/a.jar", "classes"));
    assertThat(line(program, ReplayClasses.recorded(program, true)))
        .containsExactly(
            "/jdk/bin/java",
            "-javaagent:agent",
            "-Xmx64m",
            "-ea",
            "-Duser.timezone=Asia/Tokyo",
            "-Duser.language=de",
            "-Dfile.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8",
            "-Dsun.stderr.encoding=UTF-8",
            "-XX:ActiveProcessorCount=3",
            "-cp",
            "lib/a.jar" + File.pathSeparator + "classes",
            "com.acme.Job",
            "x",
            "y z");
  }

  @Test
  void relativeEntriesAreResolvedWhereTheDirectoryIsGone() {
    RecordedProgram program =
        program("class", "com.acme.Job", List.of(), List.of("lib/a.jar", "/opt/b.jar"));
    assertThat(line(program, ReplayClasses.recorded(program, false)))
        .contains(directory.resolve("lib/a.jar") + File.pathSeparator + "/opt/b.jar");
  }

  @Test
  void aJarRunsAsAJar() {
    RecordedProgram program = program("jar", "app.jar", List.of(), List.of("app.jar"));
    assertThat(line(program, ReplayClasses.recorded(program, true)))
        .endsWith("-jar", "app.jar", "x", "y z");
    assertThat(line(program, ReplayClasses.recorded(program, false)))
        .endsWith("-jar", directory.resolve("app.jar").toString(), "x", "y z");
  }

  @Test
  void aModuleRunsAsAModule() {
    RecordedProgram program =
        program("module", "acme/com.acme.Job", List.of("--module-path=mods"), List.of());
    assertThat(line(program, ReplayClasses.recorded(program, true)))
        .contains("--module-path=mods")
        .doesNotContain("-cp")
        .endsWith("-m", "acme/com.acme.Job", "x", "y z");
  }

  @Test
  void aRelativeModulePathIsResolvedWhereTheDirectoryIsGone() {
    RecordedProgram program =
        program("module", "acme/com.acme.Job", List.of("--module-path=mods"), List.of());
    assertThat(line(program, ReplayClasses.recorded(program, false)))
        .doesNotContain("--module-path=mods")
        .contains("--module-path=" + directory.resolve("mods"));
  }

  @Test
  void aGivenModulePathReplacesTheRecorded() {
    RecordedProgram program =
        program("module", "acme/com.acme.Job", List.of("--module-path=mods"), List.of());
    assertThat(line(program, ReplayClasses.given(program, directory.toString())))
        .doesNotContain("--module-path=mods")
        .contains("--module-path=" + directory);
  }

  @Test
  void aGivenJarReplacesTheRecorded() throws Exception {
    RecordedProgram program = program("jar", "app.jar", List.of(), List.of("app.jar"));
    Path jar = jar("new.jar", "com.acme.Job");
    assertThat(line(program, ReplayClasses.given(program, jar.toString())))
        .endsWith("-jar", jar.toString(), "x", "y z");
  }

  @Test
  void aGivenClassPathRunsTheMainClassOfTheJar() throws Exception {
    RecordedProgram program = program("jar", "app.jar", List.of(), List.of("app.jar"));
    String path = directory + File.pathSeparator + jar("new.jar", "com.acme.Job");
    assertThat(line(program, ReplayClasses.given(program, path)))
        .endsWith("-cp", path, "com.acme.Job", "x", "y z");
  }

  @Test
  void aGivenClassPathMustExist() {
    RecordedProgram program = program("class", "com.acme.Job", List.of(), List.of("classes"));
    assertThatThrownBy(
            () -> ReplayClasses.given(program, directory.resolve("gone").toString()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("gone");
  }

  @Test
  void anUnknownMainClassIsTrouble() {
    RecordedProgram program = program("unknown", "", List.of(), List.of());
    assertThatThrownBy(() -> ReplayClasses.recorded(program, true)).isInstanceOf(Trouble.class);
  }

  @Test
  void debuggersAndFilesOfTheRecordingAreLeftOutAndAgentsStayInOrder() {
    List<String> recorded = List.of(
        "-javaagent:/x/other.jar",
        "-javaagent:/x/tapedeck-agent.jar=dir=/t",
        "-agentlib:jdwp=transport=dt_socket,server=y",
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-XX:ActiveProcessorCount=8",
        "-XX:HeapDumpPath=/var/dumps",
        "-XX:+HeapDumpOnOutOfMemoryError",
        "-Xlog:gc:file=gc.log",
        "-Dcom.sun.management.jmxremote.port=9010",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--module-path=mods",
        "-Dapp.mode=x",
        "-ea");
    assertThat(JvmFlags.keptFrom(
            program("class", "com.acme.Job", recorded, List.of()), "-javaagent:a"))
        .containsExactly(
            "-javaagent:/x/other.jar",
            "-javaagent:a",
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--module-path=mods",
            "-Dapp.mode=x",
            "-ea");
  }

  @Test
  void theEnvironmentIsTheRecordedOneWithPlaceholders() {
    RecordedProgram program = program("class", "com.acme.Job", List.of(), List.of());
    assertThat(RecordedEnvironment.of(program))
        .containsOnly(
            Map.entry("LANG", "C.UTF-8"),
            Map.entry("DB_PASSWORD", "tapedeck-redacted:DB_PASSWORD"));
  }

  @Test
  void buildsOfOneVersionAreTheSame() {
    assertThat(ReplayJdk.same("17.0.15+6-Debian-1", "17.0.15")).isTrue();
    assertThat(ReplayJdk.same("17.0.15", "17.0.1")).isFalse();
    assertThat(ReplayJdk.same("25-ea+3", "25")).isTrue();
  }

  private static List<String> line(RecordedProgram program, ReplayClasses classes) {
    return ReplayCommandLine.of(program, JDK, classes, "-javaagent:agent", List.of(), true);
  }

  private RecordedProgram program(
      String kind, String main, List<String> jvmArgs, List<String> classPath) {
    return new RecordedProgram(
        kind,
        main,
        List.of("x", "y z"),
        classPath,
        List.of(),
        kind.equals("module") ? "mods" : "",
        directory,
        "/jdk",
        "17.0.1",
        "Acme",
        jvmArgs,
        "/x/tapedeck-agent.jar",
        Map.of("user.language", "de", "file.encoding", "UTF-8", "os.name", "Linux"),
        Map.of(
            "LANG",
            "C.UTF-8",
            "JAVA_TOOL_OPTIONS",
            "-javaagent:x",
            "TAPEDECK_DIR",
            "/t",
            "LD_PRELOAD",
            "/x.so"),
        List.of("DB_PASSWORD"),
        "Asia/Tokyo",
        3);
  }

  private Path jar(String name, String mainClass) throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    Path jar = directory.resolve(name);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
