package dev.tapedeck.boundary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for values that must not be seen, and finds them in texts: in one pass, however many there
 * are. The oldest are forgotten where there are too many to keep.
 */
final class StandIns {

  private static final int MOST = 100_000;

  /** So many letters of a value are looked for first; what is shorter stands anywhere by chance. */
  private static final int BEGINNING = 6;

  private static final int FACTOR = 31;
  private static final int FACTOR_OF_FIRST =
      887_503_681; // FACTOR to the power of BEGINNING, as an int
  private static final int MARKS = 1 << 16;

  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<Integer, List<String>> byBeginning = new HashMap<>();

  /** Whether there may be a value with such a beginning: nearly always there is none. */
  private final boolean[] marks = new boolean[MARKS];

  /** What stands for the value; null where that is not known. */
  synchronized @Nullable String of(String value) {
    return known.get(value);
  }

  /** This stands for that value from now on. */
  synchronized void stands(String standIn, String value) {
    if (known.put(value, standIn) == null && value.length() >= BEGINNING) {
      int beginning = beginning(value);
      marks[beginning & MARKS - 1] = true;
      byBeginning.computeIfAbsent(beginning, none -> new ArrayList<>(1)).add(value);
    }
    if (known.size() > MOST) {
      forget(known.keySet().iterator().next());
    }
  }

  private void forget(String value) {
    known.remove(value);
    List<String> alike = value.length() >= BEGINNING ? byBeginning.get(beginning(value)) : null;
    if (alike != null && alike.remove(value) && alike.isEmpty()) {
      byBeginning.remove(beginning(value));
    }
  }

  /** The text with what stands for the values in it. */
  synchronized String without(String text) {
    if (byBeginning.isEmpty() || text.length() < BEGINNING) {
      return text;
    }
    StringBuilder shown = null;
    int copied = 0;
    int beginning = beginning(text);
    for (int i = 0; ; i++) {
      String value = marks[beginning & MARKS - 1] ? longest(text, i, beginning) : null;
      if (value != null) {
        shown = shown == null ? new StringBuilder(text.length()) : shown;
        shown.append(text, copied, i).append(known.get(value));
        copied = i + value.length();
        i = copied - 1;
      }
      int next = i + 1;
      if (next + BEGINNING > text.length()) {
        return shown == null ? text : shown.append(text, copied, text.length()).toString();
      }
      beginning = value == null
          ? FACTOR * beginning - FACTOR_OF_FIRST * text.charAt(i) + text.charAt(i + BEGINNING)
          : beginning(text, next);
    }
  }

  private @Nullable String longest(String text, int at, int beginning) {
    String longest = null;
    for (String value : byBeginning.getOrDefault(beginning, List.of())) {
      if (text.startsWith(value, at) && (longest == null || value.length() > longest.length())) {
        longest = value;
      }
    }
    return longest;
  }

  private static int beginning(String text) {
    return beginning(text, 0);
  }

  private static int beginning(String text, int at) {
    int beginning = 0;
    for (int i = 0; i < BEGINNING; i++) {
      beginning = FACTOR * beginning + text.charAt(at + i);
    }
    return beginning;
  }
}
