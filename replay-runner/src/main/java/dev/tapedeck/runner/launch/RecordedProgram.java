package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the header of a tape says of the program and the JVM that ran it. */
public record RecordedProgram(
    String mainKind,
    String main,
    List<String> argv,
    List<String> classPath,
    List<String> classPathDigests,
    String modulePath,
    Path cwd,
    String javaHome,
    String jvmVersion,
    String jvmVendor,
    List<String> jvmArgs,
    String agentJar,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    List<String> redacted,
    String timeZone,
    long processors) {

  private static final Pattern JAVA_MAIN = Pattern.compile(
      "\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*|.*\\.jar", Pattern.DOTALL);

  /** Reads a header; a tape that does not know its main class can be looked at but not replayed. */
  public static RecordedProgram of(Fields header) {
    return new RecordedProgram(
        header.text(Header.MAIN_KIND, "unknown"),
        header.text(Header.MAIN, ""),
        header.list(Header.ARGV),
        header.list(Header.CLASS_PATH),
        header.list(Header.CLASS_PATH_DIGESTS),
        header.text(Header.MODULE_PATH, ""),
        Path.of(header.text(Header.CWD, ".")),
        header.text(Header.JAVA_HOME, ""),
        header.text(Header.JVM_VERSION, "unknown"),
        header.text(Header.JVM_VENDOR, "unknown"),
        header.list(Header.JVM_ARGS),
        header.text(Header.AGENT_JAR, ""),
        header.map(Header.SYSTEM_PROPERTIES),
        header.map(Header.ENVIRONMENT),
        header.list(Header.REDACTED),
        header.text(Header.TIME_ZONE, ""),
        header.number(Header.PROCESSORS, 0));
  }

  /**
   * What version 1 says of it, and of the rest what is so here: working directory and environment.
   *
   * @param environment that of the replay
   */
  public static RecordedProgram ofForeign(Fields header, Map<String, String> environment) {
    String main = header.text(Header.MAIN, "");
    if (!JAVA_MAIN.matcher(main).matches()) {
      throw new Trouble("the tape says that '" + main
          + "' was run (script_path): a replay wants the name of a Java main class, or of a jar");
    }
    return new RecordedProgram(
        main.endsWith(".jar") ? "jar" : "class",
        main,
        header.list(Header.ARGV),
        List.of(),
        List.of(),
        "",
        Path.of("").toAbsolutePath(),
        System.getProperty("java.home"),
        "",
        "",
        List.of(),
        "",
        Map.of(),
        environment,
        List.of(),
        "",
        0);
  }

  /** The end of a java command line: how the program is named, and its arguments. */
  List<String> mainAndArguments() {
    List<String> line = new ArrayList<>();
    switch (mainKind) {
      case "class" -> line.add(main);
      case "jar" -> line.addAll(List.of("-jar", main));
      case "module" -> line.addAll(List.of("-m", main));
      default ->
        throw new Trouble(
            "the tape does not say which main class was run: it can be looked at (tapedeck cat) but not replayed");
    }
    line.addAll(argv);
    return line;
  }
}
