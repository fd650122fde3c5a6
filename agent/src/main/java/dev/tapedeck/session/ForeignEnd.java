package dev.tapedeck.session;

import dev.tapedeck.tape.Fields;

/** What is said when a program that another tool has recorded has come to its end. */
final class ForeignEnd {

  private ForeignEnd() {}

  static void write(Verdict verdict, ForeignAnswers answers) {
    int left = answers.leftCount();
    if (left > 0) {
      verdict.diverged(
          new Fields().put("reason", "leftover").put("detail", Integer.toString(left)));
    }
    verdict.write(new Fields()
        .put("verdict", "faithful")
        .put("consumed", answers.consumed())
        .put("detail", answers.without())
        .put("leftovers", answers.left()));
  }
}
