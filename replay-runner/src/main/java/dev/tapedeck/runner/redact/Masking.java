package dev.tapedeck.runner.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tapedeck.runner.speech.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Puts asterisks in the place of what patterns match, as many as there were characters or bytes; counts the places. */
final class Masking {
  static final char MASK = '*';

  private final List<Pattern> inTexts;

  /** In bytes that stand for characters, a pattern's own characters are their bytes of UTF-8. */
  private final List<Pattern> inBytes;

  private long places;

  Masking(List<String> patterns) {
    inTexts = patterns.stream().map(Masking::compiled).toList();
    inBytes = patterns.stream()
        .map(pattern -> compiled(new String(pattern.getBytes(UTF_8), ISO_8859_1)))
        .toList();
  }

  /** Whether there is anything to look for. */
  boolean looks() {
    return !inTexts.isEmpty();
  }

  /** How many places were masked. */
  long places() {
    return places;
  }

  /** A whole value was masked elsewhere. */
  void counted() {
    places++;
  }

  String all(String text) {
    places++;
    return String.valueOf(MASK).repeat(text.length());
  }

  String matches(String text) {
    StringBuilder masked = new StringBuilder(text);
    for (Pattern pattern : inTexts) {
      for (Matcher found = matcher(pattern, text); next(found); ) {
        for (int i = found.start(); i < found.end(); i++) {
          masked.setCharAt(i, MASK);
        }
      }
    }
    return masked.toString();
  }

  /** Masks in the array. */
  void matches(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    for (Pattern pattern : inBytes) {
      for (Matcher found = matcher(pattern, text); next(found); ) {
        Arrays.fill(bytes, found.start(), found.end(), (byte) MASK);
      }
    }
  }

  private static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(text);
  }

  private boolean next(Matcher matcher) {
    try {
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          places++;
          return true;
        }
      }
      return false;
    } catch (StackOverflowError e) {
      throw new Trouble("a pattern is too deep for what is on the tape: make it simpler", e);
    }
  }

  private static Pattern compiled(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new Trouble("--match wants a regular expression: " + e.getDescription(), e);
    }
  }
}
