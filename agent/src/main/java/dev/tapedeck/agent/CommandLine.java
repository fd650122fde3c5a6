package dev.tapedeck.agent;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How the program was started: its main class, jar or module, and the arguments.
 *
 * @param kind {@code class}, {@code jar}, {@code module} or {@code unknown}
 */
record CommandLine(String kind, String main, List<String> arguments) {

  /** Reads it off the running JVM. */
  static CommandLine read(Properties properties) {
    String command = properties.getProperty("sun.java.command", "");
    List<String> words = processWords();
    for (int i = 1; i < words.size(); i++) {
      if (isTail(words, i, command)) {
        List<String> arguments = new ArrayList<>();
        for (int j = i + 1; j < words.size(); j++) {
          arguments.add(words.get(j));
        }
        return new CommandLine(
            kind(words.get(i), words.get(i - 1), properties), words.get(i), arguments);
      }
    }
    return split(command, properties);
  }

  /** Whether the words from this one on are the command, which has blanks between them. */
  private static boolean isTail(List<String> words, int from, String command) {
    int at = 0;
    for (int i = from; i < words.size(); i++) {
      String word = words.get(i);
      if (!command.startsWith(word, at)) {
        return false;
      }
      at += word.length() + 1;
      if (i + 1 < words.size() && (at > command.length() || command.charAt(at - 1) != ' ')) {
        return false;
      }
    }
    return at == command.length() + 1;
  }

  /** Without the process's own words, blanks inside an argument cannot be told from those between. */
  private static CommandLine split(String command, Properties properties) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < command.length()) {
      int blank = command.indexOf(' ', from);
      int end = blank < 0 ? command.length() : blank;
      words.add(command.substring(from, end));
      from = end + 1;
    }
    if (words.isEmpty()) {
      return new CommandLine("unknown", "", words);
    }
    String main = words.remove(0);
    return new CommandLine(kind(main, null, properties), main, words);
  }

  private static String kind(String main, @Nullable String before, Properties properties) {
    if ("-jar".equals(before) || before == null && main.endsWith(".jar")) {
      return "jar";
    }
    return properties.getProperty("jdk.module.main") != null ? "module" : "class";
  }

  /** The words of this process as Linux keeps them; empty elsewhere. */
  private static List<String> processWords() {
    List<String> words = new ArrayList<>();
    Charset utf8 = Charset.forName("UTF-8"); // StandardCharsets would load six more
    try (FileInputStream file = new FileInputStream("/proc/self/cmdline")) {
      byte[] bytes = file.readAllBytes();
      int from = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == 0) {
          words.add(new String(bytes, from, i - from, utf8));
          from = i + 1;
        }
      }
    } catch (IOException notLinux) {
      words.clear();
    }
    return words;
  }
}
