package dev.tapedeck.runner.diff;

import dev.tapedeck.runner.run.EventText;
import dev.tapedeck.runner.run.SiteText;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.TapeReader;
import java.util.List;

/** The differences of two runs for people, the first first. */
public final class DiffText {
  private static final int SHOWN = 20;

  private final StringBuilder text = new StringBuilder();

  private DiffText() {}

  public static String of(TapeDiff diff, TapeReader a, TapeReader b) {
    DiffText shown = new DiffText();
    List<Difference> first =
        diff.differences().subList(0, Math.min(SHOWN, diff.differences().size()));
    for (Difference difference : first) {
      shown.difference(difference, a, b);
    }
    if (diff.count() > first.size()) {
      shown
          .text
          .append("and ")
          .append(Amounts.number(diff.count() - first.size()))
          .append(" more\n");
    }
    diff.end().forEach(line -> shown.text.append(line).append('\n'));
    shown
        .text
        .append(diff.isSame() ? "no difference" : Amounts.count(diff.count(), "difference"))
        .append(diff.end().isEmpty() ? "" : ", and the end")
        .append('\n');
    return shown.text.toString();
  }

  private void difference(Difference difference, TapeReader a, TapeReader b) {
    Event first =
        difference.a().isEmpty() ? difference.b().get(0) : difference.a().get(0);
    TapeReader side = difference.a().isEmpty() ? b : a;
    text.append("lane ")
        .append(difference.lane())
        .append(", event ")
        .append(first.ordinal())
        .append(", ")
        .append(SiteText.of(side, first.site()))
        .append('\n');
    events("  - ", difference.a(), difference.countA(), a);
    events("  + ", difference.b(), difference.countB(), b);
    difference.values().forEach(line -> text.append("    ").append(line).append('\n'));
  }

  private void events(String sign, List<Event> events, long count, TapeReader tape) {
    for (Event event : events) {
      text.append(sign).append(of(event));
      if (event.site() != 0) {
        text.append("  (").append(SiteText.of(tape, event.site())).append(')');
      }
      text.append('\n');
    }
    if (count > events.size()) {
      text.append(sign).append(Amounts.number(count - events.size())).append(" more\n");
    }
  }

  private static String of(Event event) {
    return Verbatim.isVerbatim(event) ? Verbatim.line(event) : EventText.of(event);
  }
}
