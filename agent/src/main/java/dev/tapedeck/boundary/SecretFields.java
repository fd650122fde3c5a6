package dev.tapedeck.boundary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The fields of JSON bodies whose values must not reach the tape, and what stands for the values that came by.
 *
 * <p>What stands for one is as long, and a number for a number, because a replay gives it to the program in
 * its place. It is kept, so that it stands for the same value wherever that comes again: in a header, in
 * the body of a request.
 */
final class SecretFields {

  private final Secrets names;
  private final StandIns standIns = new StandIns();

  /**
   * Those of a run.
   *
   * @param names of the fields, with the key for what stands for their values
   */
  SecretFields(Secrets names) {
    this.names = names;
  }

  /** Whether the field's value is one. */
  boolean isSecret(String field) {
    return names.isSecret(field);
  }

  /** What stands for a value: of its digest, as much as there is room for. */
  String standIn(String value) {
    String known = standIns.of(value);
    if (known != null) {
      return known;
    }
    String made = made(value);
    standIns.stands(made, value);
    return made;
  }

  private String made(String value) {
    String digest = names.digest(value.getBytes(ISO_8859_1));
    StringBuilder made = new StringBuilder(unknown(value));
    for (int i = 0; i < Math.min(value.length(), digest.length()); i++) {
      if (made.charAt(i) == '*') {
        made.setCharAt(i, digest.charAt(i));
      } else if (made.charAt(i) == '1') {
        made.setCharAt(i, (char) ('1' + digest.charAt(i) % 9));
      }
    }
    return made.toString();
  }

  /** What stands for a value, or a part of one, of which the rest has yet to come: its length is left. */
  static String unknown(String part) {
    StringBuilder unknown = new StringBuilder(part);
    boolean isNumber = part.chars().allMatch(letter -> "0123456789+-.eE".indexOf(letter) >= 0);
    for (int i = 0; i < part.length(); i++) {
      if (!isNumber) {
        unknown.setCharAt(i, '*');
      } else if (Character.isDigit(part.charAt(i))) {
        unknown.setCharAt(i, '1');
      }
    }
    return unknown.toString();
  }

  /** This stands for that value from now on. */
  void stands(String standIn, String value) {
    standIns.stands(standIn, value);
  }

  /** The text with what stands for the values in it. */
  String without(String text) {
    return standIns.without(text);
  }
}
