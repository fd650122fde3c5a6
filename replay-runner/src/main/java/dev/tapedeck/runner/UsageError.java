package dev.tapedeck.runner;

import dev.tapedeck.runner.speech.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, with the nearest known word. */
final class UsageError {
  private UsageError() {}

  static String describe(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName(" ");
    return what(e, command, name) + " (" + name + " --help)";
  }

  private static String what(ParameterException e, CommandLine command, String name) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return firstLine(String.valueOf(e.getMessage()));
    }
    String word = unmatched.getUnmatched().get(0);
    if (word.startsWith("-")) {
      String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      return "unknown option '" + option + "' of " + name + nearest(option, options(command));
    }
    if (!command.getSubcommands().isEmpty()) {
      return "unknown command '" + word + "'"
          + nearest(word, List.copyOf(command.getSubcommands().keySet()));
    }
    return "'" + word + "' is one argument too many for " + name;
  }

  private static List<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }

  private static String nearest(String word, List<String> known) {
    return Nearest.to(word, known)
        .map(best -> ": did you mean '" + best + "'?")
        .orElse(": known are " + String.join(", ", known));
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse(message);
    return line.isEmpty() ? line : Character.toLowerCase(line.charAt(0)) + line.substring(1);
  }
}
