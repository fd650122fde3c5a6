package dev.tapedeck.runner.json;

import dev.tapedeck.runner.speech.Nearest;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.TapeReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which records of a tape are wanted. An empty list wants all.
 *
 * @param lanes names, for instance {@code 0.1}
 * @param kinds for instance {@code clock_read}
 * @param sites parts of a site's text, for instance {@code Job.run} or {@code Job.java:41}
 */
public record Selection(List<String> lanes, List<String> kinds, List<String> sites) {

  private static final String LLM_CALL = "llm_call";

  /** Says so where the tape knows no such lane or kind. */
  public void check(TapeReader tape) {
    Set<String> kindNames = new TreeSet<>(tape.kinds().stream().map(Kind::name).toList());
    kindNames.add(LLM_CALL);
    check("kind", kinds, kindNames);
    Set<String> laneNames =
        new TreeSet<>(tape.lanes().stream().map(lane -> lane.name()).toList());
    check("lane", lanes, laneNames);
  }

  private static void check(String noun, List<String> wanted, Set<String> known) {
    for (String name : wanted) {
      if (!known.contains(name)) {
        String hint = Nearest.to(name, known)
            .map(best -> ": did you mean '" + best + "'?")
            .orElse("");
        throw new Trouble("the tape has no " + noun + " '" + name + "'" + hint);
      }
    }
  }

  /** Whether the event is one of them. */
  public boolean wants(Event event, RecordJson records) {
    return (lanes.isEmpty() || lanes.contains(records.lane(event.lane())))
        && (kinds.isEmpty()
            || kinds.contains(event.kind().name())
            || kinds.contains(LLM_CALL) && isCall(event, records))
        && (sites.isEmpty()
            || sites.stream().anyMatch(part -> matches(records.site(event.site()), part)));
  }

  /** On the tape it is an exchange like others. */
  private static boolean isCall(Event event, RecordJson records) {
    return LLM_CALL.equals(KindJson.name(event, records.exchange(event)));
  }

  /** A stack trace says {@code Job.java:41} where a site says {@code Job.run:41}. */
  static boolean matches(String site, String part) {
    int extension = part.indexOf(".java:");
    if (extension < 0) {
      return site.contains(part);
    }
    String className = part.substring(0, extension);
    return site.endsWith(part.substring(extension + ".java".length()))
        && (site.contains("." + className + ".")
            || site.contains("." + className + "$")
            || site.startsWith(className + "."));
  }
}
