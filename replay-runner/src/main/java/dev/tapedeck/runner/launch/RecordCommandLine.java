package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A java command line with the agent put in. */
public final class RecordCommandLine {
  private RecordCommandLine() {}

  /** The flag goes right behind the java executable, so whatever the command line says about itself stays true. */
  public static List<String> with(String agentFlag, List<String> command) {
    check(command);
    List<String> line = new ArrayList<>(command.size() + 1);
    line.add(command.get(0));
    line.add(agentFlag);
    line.addAll(command.subList(1, command.size()));
    return line;
  }

  /** Says what is wrong with it, before anything has been made. */
  public static void check(List<String> command) {
    if (command.isEmpty()) {
      throw new Trouble(
          "record what? Give the java command line behind --: tapedeck record -- java -jar app.jar");
    }
    String program = command.get(0);
    if (!isJava(program)) {
      throw new Trouble("record starts java itself, not '" + program
          + "': give the java command line behind --, or put JAVA_TOOL_OPTIONS=-javaagent:tapedeck-agent.jar"
          + " into the environment of what starts it");
    }
  }

  private static boolean isJava(String program) {
    String name =
        program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "java", "java.exe", "javaw.exe", "javaw" -> true;
      default -> false;
    };
  }
}
