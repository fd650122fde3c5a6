package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The words of a java command line in a file ({@code java @file}), in the bytes that the recorded JVM
 * was given. As arguments of a process they would go through the encoding of whoever replays, which
 * may not have their letters.
 */
final class ArgumentFile {
  private static final char LAST_ASCII = 0x7e;

  private ArgumentFile() {}

  /** The same command line, through a file where a word needs that. */
  static List<String> where(List<String> line, RecordedProgram program, Path scratch) {
    if (line.stream().allMatch(ArgumentFile::isAscii)) {
      return line;
    }
    StringBuilder text = new StringBuilder();
    for (String word : line.subList(1, line.size())) {
      text.append('"');
      word.chars().forEach(letter -> append(text, (char) letter));
      text.append("\"\n");
    }
    Path file = scratch.resolve("arguments");
    try {
      Files.write(file, text.toString().getBytes(encoding(program)));
    } catch (IOException e) {
      throw new Trouble("cannot write " + file + ": " + e.getMessage(), e);
    }
    return List.of(line.get(0), "@" + file);
  }

  private static boolean isAscii(String word) {
    return word.chars().allMatch(letter -> letter <= LAST_ASCII);
  }

  private static void append(StringBuilder text, char letter) {
    switch (letter) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\f' -> text.append("\\f");
      case '"', '\\' -> text.append('\\').append(letter);
      default -> text.append(letter);
    }
  }

  private static Charset encoding(RecordedProgram program) {
    String name = program.systemProperties().get("sun.jnu.encoding");
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.UTF_8;
  }
}
