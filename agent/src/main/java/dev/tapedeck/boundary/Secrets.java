package dev.tapedeck.boundary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells by its name whether a value is a secret, and must not reach the tape. */
public final class Secrets {

  /** What all that stands for a secret begins with. */
  static final String PLACEHOLDER = "tapedeck-redacted:";

  private static final String DEFAULT = "*KEY*;*TOKEN*;*SECRET*;*PASSWORD*;*CREDENTIAL*";

  private static final int DIGEST_BYTES = 16;

  private final List<String> patterns = new ArrayList<>();
  private long key;
  private @Nullable SecretFields fields;

  /**
   * Reads the patterns.
   *
   * @param text names with {@code *} for anything, separated by semicolons; null for the default
   */
  public Secrets(@Nullable String text) {
    String rest = text == null ? DEFAULT : text;
    int from = 0;
    while (from <= rest.length()) {
      int semicolon = rest.indexOf(';', from);
      int end = semicolon < 0 ? rest.length() : semicolon;
      if (end > from) {
        patterns.add(rest.substring(from, end).toUpperCase(Locale.ROOT));
      }
      from = end + 1;
    }
  }

  /**
   * The same, with a key for the digests of what is left out.
   *
   * @param fieldNames the same for fields of JSON; null for none
   */
  public Secrets(@Nullable String text, @Nullable String fieldNames, long key) {
    this(text);
    this.key = key;
    this.fields = fieldNames == null ? null : new SecretFields(new Secrets(fieldNames, null, key));
  }

  /** Those of JSON bodies; null where there are none. */
  @Nullable
  SecretFields fields() {
    return fields;
  }

  /** Of a secret, with a key that is the same in a recording and its replay: 32 hexadecimal digits. */
  String digest(byte[] secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] salt = Long.toHexString(key).getBytes(StandardCharsets.US_ASCII);
      digest.update(salt);
      digest.update(secret);
      byte[] inner = digest.digest();
      digest.update(salt);
      byte[] outer = digest.digest(inner);
      StringBuilder hex = new StringBuilder();
      for (int i = 0; i < DIGEST_BYTES; i++) {
        hex.append(Character.forDigit(outer[i] >> 4 & 0xf, 16));
        hex.append(Character.forDigit(outer[i] & 0xf, 16));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Whether the value of that name must not reach the tape. */
  public boolean isSecret(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (String pattern : patterns) {
      if (isWithin(pattern) ? upper.contains(inner(pattern)) : matches(pattern, 0, upper, 0)) {
        return true;
      }
    }
    return false;
  }

  /** What the program is given in replay where a secret was. */
  public static String placeholder(String name) {
    return PLACEHOLDER + name;
  }

  /** Whether the pattern asks for a name with something in it, as most do. */
  private static boolean isWithin(String pattern) {
    int last = pattern.length() - 1;
    return last > 0 && pattern.charAt(0) == '*' && pattern.indexOf('*', 1) == last;
  }

  private static String inner(String pattern) {
    return pattern.substring(1, pattern.length() - 1);
  }

  private static boolean matches(String pattern, int p, String name, int n) {
    if (p == pattern.length()) {
      return n == name.length();
    }
    if (pattern.charAt(p) == '*') {
      for (int skipped = n; skipped <= name.length(); skipped++) {
        if (matches(pattern, p + 1, name, skipped)) {
          return true;
        }
      }
      return false;
    }
    return n < name.length()
        && pattern.charAt(p) == name.charAt(n)
        && matches(pattern, p + 1, name, n + 1);
  }
}
