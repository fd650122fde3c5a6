package dev.tapedeck.runner.report;

import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a replay most likely diverged, and what to do about it.
 *
 * @param cause a sentence
 * @param remedy what to do
 */
public record LikelyCause(String cause, String remedy) {

  /** What a replay gives in place of a secret, before its name. */
  private static final String PLACEHOLDER = "tapedeck-redacted:";

  /** The first rule that applies, from what is certain to what is merely likely. */
  static LikelyCause of(Divergence divergence, Evidence evidence) {
    if (divergence.reason().equals("uncovered")) {
      return new LikelyCause(
          "what is asked for there is not recorded yet, and a replay opens no sockets",
          "replay up to there, or --debug");
    }
    if (divergence.reason().equals("said")) {
      return new LikelyCause(
          "the JVM itself prints it, or native code of the program: no tape holds that",
          "leave out what makes the JVM talk, such as -verbose:gc");
    }
    if (!evidence.changedClasses().isEmpty()) {
      return new LikelyCause(
          "the program was changed since the recording: " + someOf(evidence.changedClasses()),
          "replay with the recorded classes (--class-path CP), or give the change its own tape (--bless)");
    }
    if (!evidence.sameJvm()) {
      return new LikelyCause(
          "recorded on Java " + evidence.recordedJvm() + ", replayed on " + evidence.replayedJvm(),
          "give the recorded version with --java HOME");
    }
    String secret = secretRead(divergence, evidence.before());
    if (secret != null) {
      return new LikelyCause(
          "the program went by the value of " + secret
              + ", which looks like a secret and is not on the tape",
          "record again with the agent option secrets=, naming only what must be left out");
    }
    if (!evidence.complete() && divergence.reason().equals("exhausted")) {
      return new LikelyCause(
          "the recording ended before the program did: the tape is incomplete",
          "see tapedeck info for what is missing");
    }
    if (evidence.lanes() > 1 && !divergence.reason().equals("end")) {
      return byOrder(evidence);
    }
    return bySort(divergence.sort());
  }

  private static LikelyCause byOrder(Evidence evidence) {
    String met = "threads met in another order: " + Amounts.count(evidence.lanes(), "lane")
        + " were recorded with order=" + evidence.order();
    if (evidence.order() == Tier.FULL) {
      return new LikelyCause(
          met + ", so they met at a field that is neither volatile nor guarded",
          "record again with -o order=full -o races=PACKAGE, of the classes whose objects this lane shares with others");
    }
    boolean isFirst = evidence.order() == Tier.IO;
    return new LikelyCause(
        met
            + (isFirst
                ? ", which keeps the order of outputs only"
                : ", which leaves out atomics, volatile fields and collections without locks"),
        "record again with -o order=" + (isFirst ? Tier.LOCKS : Tier.FULL));
  }

  private static LikelyCause bySort(String reason) {
    String uncovered =
        "see in the README which doors are covered; tapedeck replay --until SEQ stops before the event";
    return switch (reason) {
      case "question" ->
        new LikelyCause(
            "same place, another argument: it was computed from something that is not on the tape",
            uncovered);
      case "output" ->
        new LikelyCause(
            "the program printed something else: it knows something that is not on the tape",
            uncovered);
      case "exhausted" ->
        new LikelyCause(
            "the program asked more often than recorded: a loop or a condition went another way",
            uncovered);
      case "printed" ->
        new LikelyCause(
            "the program and its child processes, or the JVM, printed in another order",
            "look at what waits for nothing before it prints");
      case "leftover", "end" ->
        new LikelyCause(
            "the program stopped asking earlier than recorded: it ended another way", uncovered);
      default ->
        new LikelyCause(
            "the program took another path: a condition depends on something that is not on the tape",
            uncovered);
    };
  }

  private static @Nullable String secretRead(Divergence divergence, List<Event> before) {
    String question = divergence.asked().question();
    int placeholder = question.indexOf(PLACEHOLDER);
    if (placeholder >= 0) {
      return nameAt(question, placeholder + PLACEHOLDER.length());
    }
    for (Event event : before) {
      List<Field> fields = event.kind().answer();
      for (int i = 0; i < event.answer().length; i++) {
        if (fields.get(i).name().equals("redacted") && Boolean.TRUE.equals(event.answer()[i])) {
          return String.valueOf(event.question()[0]);
        }
      }
    }
    return null;
  }

  private static String nameAt(String text, int begin) {
    int end = begin;
    while (end < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return text.substring(begin, end);
  }

  private static String someOf(List<String> names) {
    int shown = Math.min(3, names.size());
    String list = String.join(", ", names.subList(0, shown));
    return names.size() > shown
        ? list + " and " + Amounts.number(names.size() - shown) + " more"
        : list;
  }
}
