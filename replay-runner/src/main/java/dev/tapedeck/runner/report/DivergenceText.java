package dev.tapedeck.runner.report;

import dev.tapedeck.runner.run.EventText;
import dev.tapedeck.runner.run.SiteText;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.TapeReader;
import java.util.List;

/** A divergence for people: the place first, then who asked what, what the tape holds, what came before, and why. */
public final class DivergenceText {
  private static final int STACK_SHOWN = 6;

  private DivergenceText() {}

  /** Lines without prefix, the first of which can stand alone. */
  public static String of(Divergence divergence, Evidence evidence, TapeReader tape) {
    StringBuilder text = new StringBuilder("diverged ")
        .append(place(divergence, evidence, tape))
        .append(": ")
        .append(what(divergence));
    asked(text, divergence.asked());
    expected(text, divergence);
    String differs = "differs";
    for (String difference : RequestDifference.of(tape, divergence)) {
      line(text, differs, difference);
      differs = "";
    }
    EndText.append(text, divergence);
    String label = "before";
    for (Event event : evidence.before()) {
      String site = SiteText.of(tape, event.site());
      line(text, label, "#" + event.ordinal() + " " + EventText.of(event) + "  at " + site);
      label = "";
    }
    LikelyCause likely = LikelyCause.of(divergence, evidence);
    line(text, "likely", likely.cause());
    line(text, "to do", withSeq(likely.remedy(), evidence));
    return text.toString();
  }

  private static String what(Divergence divergence) {
    return switch (divergence.sort()) {
      case "kind" -> "the program asked something else";
      case "site" -> "the same was asked in another place";
      case "question" -> "the same was asked with another argument";
      case "uncovered" -> "the program went where nothing is recorded yet";
      case "output" -> "something else was printed";
      case "exhausted", "lane" -> "the program asked, and the tape holds no more";
      case "leftover" -> "the program ended, and the tape holds more";
      case "end" -> "the program ended another way";
      default -> divergence.detail();
    };
  }

  static String withSeq(String remedy, Evidence evidence) {
    return evidence.seq() < 0
        ? remedy.replace("; tapedeck replay --until SEQ stops before the event", "")
        : remedy.replace("SEQ", Long.toString(evidence.seq()));
  }

  private static String place(Divergence divergence, Evidence evidence, TapeReader tape) {
    if (divergence.ordinal() < 0) {
      return switch (divergence.reason()) {
        case "printed", "said" -> "in what it printed";
        default -> "at the end";
      };
    }
    String lane = divergence.laneName().isEmpty()
        ? Integer.toString(divergence.lane())
        : divergence.laneName();
    String place = "in lane " + lane + " at event " + divergence.ordinal() + " of "
        + Amounts.number(tape.events(divergence.lane()));
    return evidence.seq() < 0 ? place : place + " (seq " + evidence.seq() + ")";
  }

  private static void asked(StringBuilder text, Divergence.Asked asked) {
    if (asked.kind().isEmpty()) {
      return;
    }
    String thread = asked.thread().isEmpty() || asked.thread().equals("main")
        ? ""
        : " (thread " + asked.thread() + ")";
    line(text, "asked", joined(asked.kind(), asked.question(), asked.site()) + thread);
    List<String> stack = ProgramStack.of(asked.stack());
    // The innermost frame is the site itself.
    if (!stack.isEmpty() && stack.get(0).endsWith(asked.site())) {
      stack = stack.subList(1, stack.size());
    }
    for (int i = 0; i < Math.min(STACK_SHOWN, stack.size()); i++) {
      line(text, "", "  at " + stack.get(i));
    }
    if (stack.size() > STACK_SHOWN) {
      line(text, "", "  ... " + (stack.size() - STACK_SHOWN) + " more");
    }
  }

  private static void expected(StringBuilder text, Divergence divergence) {
    Divergence.Expected expected = divergence.expected();
    if (!expected.kind().isEmpty()) {
      String answer = expected.outcome().isEmpty() ? "" : " -> " + expected.outcome();
      line(
          text, "tape has", joined(expected.kind(), expected.question() + answer, expected.site()));
    } else if (!divergence.asked().kind().isEmpty()) {
      line(text, "tape has", "nothing more in this lane");
    }
  }

  private static String joined(String kind, String question, String site) {
    String text = question.isBlank() ? kind : kind + " " + question.strip();
    return site.isEmpty() ? text : text + "  at " + site;
  }

  static void line(StringBuilder text, String label, String words) {
    if (!words.isEmpty()) {
      text.append('\n').append(String.format("%-10s", label)).append(words);
    }
  }
}
