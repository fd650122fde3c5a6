package dev.tapedeck.agent;

import dev.tapedeck.tape.TapeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agent's options: {@code key=value} separated by commas, each also {@code TAPEDECK_KEY}. */
final class Options {

  private static final String[] KNOWN = {
    "dir",
    "dump",
    "secrets",
    "secret-fields",
    "encrypt-to",
    "key",
    "mode",
    "order",
    "races",
    "originals",
    "max-bytes",
    "max-age",
    "keep",
    "pace",
    "run",
    "writes",
    "outcome",
    "until",
    "debugged",
    "anew",
    "bless",
    "foreign",
    "classes",
    "encodings",
    "launched-by"
  };

  private final Map<String, String> values = new HashMap<>();
  private final List<String> unknown = new ArrayList<>();

  /** Reads them; an option that is given counts before the environment. */
  static Options parse(String text, Map<String, String> environment) {
    Options options = new Options();
    for (String key : KNOWN) {
      String name = "TAPEDECK_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
      String value = environment.get(name);
      if (value != null) {
        options.values.put(key, value);
      }
    }
    int from = 0;
    while (from < text.length()) {
      int comma = text.indexOf(',', from);
      int end = comma < 0 ? text.length() : comma;
      options.add(text.substring(from, end));
      from = end + 1;
    }
    return options;
  }

  private void add(String option) {
    int equals = option.indexOf('=');
    String key = equals < 0 ? option : option.substring(0, equals);
    for (String known : KNOWN) {
      if (known.equals(key) && equals > 0) {
        values.put(key, decoded(option.substring(equals + 1)));
        return;
      }
    }
    unknown.add(option);
  }

  /** Undoes {@code %2C}, {@code %3D} and {@code %25}, in which a value may say comma, equals, per cent. */
  private static String decoded(String value) {
    return value
        .replace("%2C", ",")
        .replace("%2c", ",")
        .replace("%3D", "=")
        .replace("%3d", "=")
        .replace("%25", "%");
  }

  @Nullable
  String get(String key) {
    return values.get(key);
  }

  String get(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  /** The number of bytes that an option's value says. */
  static long bytes(String key, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException otherwise) {
      throw new TapeException(
          "the agent option '" + key + "' wants a number of bytes, not " + value);
    }
  }

  /** A sentence on the first option that does not exist, with the nearest that does; or null. */
  @Nullable
  String complaint() {
    if (unknown.isEmpty()) {
      return null;
    }
    String option = unknown.get(0);
    int equals = option.indexOf('=');
    String key = equals < 0 ? option : option.substring(0, equals);
    String nearest = KNOWN[0];
    for (String known : KNOWN) {
      if (distance(key, known) < distance(key, nearest)) {
        nearest = known;
      }
    }
    return equals < 0 && nearest.equals(key)
        ? "the agent option '" + key + "' needs a value: " + key + "=…"
        : "there is no agent option '" + key + "'; the nearest is '" + nearest + "'";
  }

  /** How many letters must be changed, added or left out to make one word of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
