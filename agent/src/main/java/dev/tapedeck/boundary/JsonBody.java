package dev.tapedeck.boundary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Goes through the pieces of one body for the values of secret fields. What is no JSON has none; the lines of
 * server-sent events may.
 */
final class JsonBody {

  private static final int LONGEST_NAME = 256;

  private enum At {
    OUTSIDE,
    STRING,
    /** Behind a string, which is a name if a colon follows. */
    BEHIND_STRING,
    BEFORE_VALUE,
    /** In a string that is the value of a secret field. */
    VALUE,
    NUMBER,
    /** In an array of a secret field. */
    BEHIND_VALUE
  }

  /** Says what stands for a value that is whole. */
  private interface Stands {
    String of(String value);
  }

  private final SecretFields fields;
  private At at = At.OUTSIDE;
  private boolean escaped;

  /** How many arrays of a secret field are open. */
  private int arrays;

  private final StringBuilder name = new StringBuilder();

  /** What has come of a secret value. */
  private final StringBuilder value = new StringBuilder();

  /** What stands for that part of it that came in pieces before. */
  private final StringBuilder told = new StringBuilder();

  JsonBody(SecretFields fields) {
    this.fields = fields;
  }

  /** The piece as it may stand on the tape. */
  synchronized byte[] hide(byte[] piece, int offset, int length) {
    String shown = walk(new String(piece, offset, length, ISO_8859_1), this::standIn);
    return fields.without(shown).getBytes(ISO_8859_1);
  }

  /** A piece from the tape: what the program is given stands for itself. */
  synchronized void told(byte[] piece, int offset, int length) {
    walk(new String(piece, offset, length, ISO_8859_1), whole -> {
      fields.stands(whole, whole);
      return whole;
    });
  }

  private String standIn(String whole) {
    if (told.length() == 0) {
      return fields.standIn(whole);
    }
    String standIn = told + SecretFields.unknown(whole.substring(told.length()));
    fields.stands(standIn, whole);
    return standIn;
  }

  private String walk(String piece, Stands stands) {
    StringBuilder shown = new StringBuilder(piece.length());
    for (int i = 0; i < piece.length(); i++) {
      char letter = piece.charAt(i);
      if (isWithin() && !endsValue(letter)) {
        value.append(letter);
        escaped = letter == '\\' && !escaped;
      } else if (at == At.BEFORE_VALUE && (Character.isDigit(letter) || letter == '-')) {
        value.append(letter);
        at = At.NUMBER;
      } else {
        if (isWithin()) {
          shown.append(stands.of(value.toString()).substring(told.length()));
          value.setLength(0);
          told.setLength(0);
        }
        at = next(letter);
        shown.append(letter);
      }
    }
    if (isWithin()) {
      String part = SecretFields.unknown(value.substring(told.length()));
      shown.append(part);
      told.append(part);
    }
    return shown.toString();
  }

  private boolean isWithin() {
    return at == At.VALUE || at == At.NUMBER;
  }

  private boolean endsValue(char letter) {
    return at == At.VALUE
        ? letter == '"' && !escaped || letter == '\n'
        : Character.isWhitespace(letter) || ",]}".indexOf(letter) >= 0;
  }

  private At next(char letter) {
    return switch (at) {
      case OUTSIDE -> letter == '"' ? string() : At.OUTSIDE;
      case STRING -> inString(letter);
      case BEHIND_STRING -> behindString(letter);
      case BEFORE_VALUE -> beforeValue(letter);
      case VALUE, NUMBER, BEHIND_VALUE -> behindValue(letter);
    };
  }

  private At string() {
    name.setLength(0);
    escaped = false;
    return At.STRING;
  }

  private At inString(char letter) {
    if (letter == '\n') {
      return At.OUTSIDE; // it was none
    }
    if (letter == '"' && !escaped) {
      return At.BEHIND_STRING;
    }
    escaped = letter == '\\' && !escaped;
    if (name.length() < LONGEST_NAME) {
      name.append(letter);
    }
    return At.STRING;
  }

  private At behindString(char letter) {
    if (letter == ':') {
      String field = new String(name.toString().getBytes(ISO_8859_1), UTF_8);
      return fields.isSecret(field) ? At.BEFORE_VALUE : At.OUTSIDE;
    }
    return Character.isWhitespace(letter) ? At.BEHIND_STRING : At.OUTSIDE;
  }

  private At beforeValue(char letter) {
    escaped = false;
    if (letter == '"') {
      return At.VALUE;
    }
    if (letter == '[') {
      arrays++;
      return At.BEFORE_VALUE;
    }
    return Character.isWhitespace(letter) ? At.BEFORE_VALUE : behindValue(letter);
  }

  private At behindValue(char letter) {
    if (letter == ']' && arrays > 0) {
      arrays--;
    } else if (letter == ',' && arrays > 0) {
      return At.BEFORE_VALUE;
    } else if (letter == '{' || letter == '}' || letter == '\n') {
      arrays = 0; // the fields of an object are judged by their own names
    }
    return arrays > 0 ? At.BEHIND_VALUE : At.OUTSIDE;
  }
}
