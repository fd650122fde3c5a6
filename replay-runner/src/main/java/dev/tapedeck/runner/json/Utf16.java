package dev.tapedeck.runner.json;

/** Java strings that are no valid Unicode: halves of surrogate pairs stand alone in them. */
final class Utf16 {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int DIGITS = 4;

  private Utf16() {}

  static boolean isUnicode(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** With a replacement character for each half that stands alone. */
  static String shown(CharSequence text) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < shown.length(); i++) {
      if (Character.isSurrogate(shown.charAt(i))) {
        if (isPair(shown, i)) {
          i++;
        } else {
          shown.setCharAt(i, REPLACEMENT);
        }
      }
    }
    return shown.toString();
  }

  /** Four digits for each char. */
  static String hex(CharSequence text) {
    StringBuilder hex = new StringBuilder(text.length() * DIGITS);
    for (int i = 0; i < text.length(); i++) {
      String digits = Integer.toHexString(text.charAt(i));
      hex.append("0".repeat(DIGITS - digits.length())).append(digits);
    }
    return hex.toString();
  }

  /** What {@link #hex} wrote. */
  static String text(String hex) {
    if (hex.length() % DIGITS != 0) {
      throw new NumberFormatException("no UTF-16 in hex");
    }
    StringBuilder text = new StringBuilder(hex.length() / DIGITS);
    for (int i = 0; i < hex.length(); i += DIGITS) {
      text.append((char) Integer.parseInt(hex, i, i + DIGITS, 16));
    }
    return text.toString();
  }

  private static boolean isPair(CharSequence text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }
}
