package dev.tapedeck.runner;

/** What the command ends with, as {@code diff} does. */
final class ExitStatus {
  static final int FINE = 0;
  static final int DIVERGED = 1;
  static final int TROUBLE = 2;

  private ExitStatus() {}
}
