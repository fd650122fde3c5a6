package dev.tapedeck.runner;

import dev.tapedeck.runner.http.ExchangeSums;
import dev.tapedeck.runner.http.Exchanges;
import dev.tapedeck.runner.llm.ModelApis;
import dev.tapedeck.runner.run.Annotations;
import dev.tapedeck.runner.run.FailureText;
import dev.tapedeck.runner.run.RunCounts;
import dev.tapedeck.runner.run.RunSize;
import dev.tapedeck.runner.run.RunSummary;
import dev.tapedeck.runner.run.Uncovered;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.KeptMark;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A run on one page. */
final class RunInfoText {
  private static final int LANES_SHOWN = 8;
  private static final int SITES_SHOWN = 8;
  private static final long NS_PER_MS = 1_000_000;

  private final StringBuilder text = new StringBuilder();

  private RunInfoText() {}

  static String of(Path run, TapeReader tape) {
    RunInfoText info = new RunInfoText();
    info.who(run, tape);
    info.events(run, tape);
    if (!tape.isClosed()) {
      info.exchanges(tape);
    }
    info.end(tape);
    info.oddities(tape);
    return info.text.toString();
  }

  private void who(Path run, TapeReader tape) {
    Fields header = tape.header();
    RunSummary summary = RunSummary.of(run, tape);
    ZoneId zone = ZoneId.systemDefault();
    line("run", run.toString() + (KeptMark.isOn(run) ? " (kept)" : ""));
    line(
        "recorded",
        Amounts.moment(summary.startedUnixMs(), zone) + " " + zone + ", "
            + Amounts.duration(summary.nanos()) + ", by " + recorder(header));
    line("program", (summary.main() + " " + String.join(" ", header.list(Header.ARGV))).strip());
    if (tape.sealedTo() != null) {
      line(
          "sealed",
          "to the key " + tape.sealedTo() + (tape.isClosed() ? "; --key FILE shows the rest" : ""));
    }
    if (header.has(Header.CWD)) {
      line("in", header.text(Header.CWD, "unknown"));
    }
    if (header.has(Header.JVM_VERSION)) {
      machine(header);
    }
    if (!header.list(Header.REDACTIONS).isEmpty()) {
      line("redacted", String.join("; ", header.list(Header.REDACTIONS)));
    }
    if (header.has(Header.BLESSED_FROM)) {
      line("blessed", "its answers are those of run " + header.text(Header.BLESSED_FROM, ""));
    }
    List<String> flags = header.list(Header.JVM_ARGS).stream()
        .filter(flag -> !(flag.startsWith("-javaagent:") && flag.contains("tapedeck-agent")))
        .toList();
    if (!flags.isEmpty()) {
      line("flags", String.join(" ", flags));
    }
    if (!header.list(Header.REDACTED).isEmpty()) {
      line(
          "left out",
          String.join(", ", header.list(Header.REDACTED)) + " (they look like secrets)");
    }
  }

  /** Another tool is named by its tape, as {@code name/version}. */
  private static String recorder(Fields header) {
    String version = header.text(Header.TAPEDECK_VERSION, "unknown");
    return header.has(Verbatim.HEADER) ? version : "tapedeck " + version;
  }

  private void machine(Fields header) {
    line(
        "on",
        header.text(Header.JVM_NAME, "a JVM") + " " + header.text(Header.JVM_VERSION, "unknown")
            + " of "
            + header.text(Header.JVM_VENDOR, "unknown") + ", "
            + Amounts.count(header.number(Header.PROCESSORS, 0), "processor"));
  }

  private void events(Path run, TapeReader tape) {
    List<LaneInfo> lanes = tape.lanes();
    long size = Files.isDirectory(run) ? RunSize.bytes(run) : run.toFile().length();
    RunCounts counts = RunCounts.of(tape);
    line(
        "events",
        Amounts.number(tape.events()) + " in " + Amounts.count(lanes.size(), "lane") + ", "
            + Amounts.bytes(size) + " on disk");
    for (RunCounts.Count kind : counts.kinds()) {
      counted(kind.events(), kind.name(), kind.bytes());
    }
    if (lanes.size() > 1) {
      line("lanes", "");
      for (RunCounts.LaneCount count :
          counts.lanes().subList(0, Math.min(LANES_SHOWN, lanes.size()))) {
        LaneInfo lane = count.lane();
        counted(
            count.events(),
            (lane.name() + " " + Objects.toString(lane.threadName(), "")).strip(),
            count.bytes());
      }
      more(lanes.size() - LANES_SHOWN, "lane");
    }
    line("sites", "");
    for (RunCounts.Count site :
        counts.sites().subList(0, Math.min(SITES_SHOWN, counts.sites().size()))) {
      counted(site.events(), site.name());
    }
    more(counts.sites().size() - SITES_SHOWN, "site");
    if (!counts.processes().isEmpty()) {
      line("processes", "");
      counts.processes().forEach((program, n) -> counted(n, program));
    }
  }

  private void exchanges(TapeReader tape) {
    ExchangeSums sums = ExchangeSums.of(Exchanges.of(tape), ModelApis.known());
    if (sums.exchanges() > 0) {
      line(
          "exchanges",
          Amounts.number(sums.exchanges()) + " with "
              + Amounts.count(sums.hosts().size(), "server") + ", "
              + Amounts.number(sums.failed()) + " failed");
      sums.hosts().forEach((host, n) -> counted(n, host));
    }
    sums.models()
        .forEach((name, model) -> line(
            "model",
            name + ": " + Amounts.count(model.calls(), "call") + ", "
                + Amounts.number(model.tokensIn()) + " tokens in, "
                + Amounts.number(model.tokensOut()) + " out, "
                + Amounts.duration(model.millis() * NS_PER_MS)));
  }

  private void end(TapeReader tape) {
    RunEnd end = tape.end();
    line("ended", RunSummary.ended(tape) + (end == null ? "" : " (" + end.how() + ")"));
    Crash crash = end == null ? null : end.crash();
    if (crash != null) {
      text.append("in thread ")
          .append(crash.thread())
          .append('\n')
          .append(FailureText.trace(crash.failure()));
    }
  }

  private void oddities(TapeReader tape) {
    for (String problem : tape.problems()) {
      line("problem", problem);
    }
    long annotations = Annotations.of(tape.directory()).count();
    if (annotations > 0) {
      line("noted", Amounts.count(annotations, "annotation") + ": 'tapedeck cat' shows them");
    }
    for (Note note : tape.notes()) {
      line(note.severity(), note.text());
    }
    if (!tape.isClosed()) {
      Uncovered.of(tape).forEach((place, n) -> line("uncovered", Amounts.number(n) + ": " + place));
    }
    Map<String, Integer> skipped = new TreeMap<>();
    for (ClassInfo info : tape.classes()) {
      if (!info.woven() && info.reason() != null) {
        skipped.merge(info.reason(), 1, Integer::sum);
      }
    }
    skipped.forEach((reason, n) -> line("not woven", Amounts.number(n) + ": " + reason));
  }

  private void line(String label, String words) {
    text.append(String.format("%-10s", label)).append(words).append('\n');
  }

  private void counted(long n, String name) {
    text.append(String.format("%12s  ", Amounts.number(n))).append(name).append('\n');
  }

  private void counted(long n, String name, long bytes) {
    counted(n, bytes == 0 ? name : name + ", " + Amounts.bytes(bytes));
  }

  private void more(int hidden, String noun) {
    if (hidden > 0) {
      text.append(" ".repeat(14))
          .append("and ")
          .append(Amounts.count(hidden, "more " + noun))
          .append('\n');
    }
  }
}
