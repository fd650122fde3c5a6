package dev.tapedeck.session;

import dev.tapedeck.boundary.Writes;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.LaneEvents;
import java.io.IOException;
import java.tapedeck.Divergence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the words for a divergence, latches the first one, and sees to it that the program ends. */
final class Divergences {

  private static final long GRACE_MS = 3000;

  private final Verdict verdict;
  private final SiteTables sites;
  private final LanesOnTape tape;
  private final boolean debugged;
  private volatile @Nullable String first;

  Divergences(Verdict verdict, SiteTables sites, LanesOnTape tape, boolean debugged) {
    this.verdict = verdict;
    this.sites = sites;
    this.tape = tape;
    this.debugged = debugged;
  }

  boolean any() {
    return first != null;
  }

  /** Whether somebody looks on, who may stop the program for as long as he likes. */
  boolean debugged() {
    return debugged;
  }

  /** Throws once more when there is one: the program cannot go on behind its back. */
  void rethrow() {
    String message = first;
    if (message != null) {
      throw new Divergence(message);
    }
  }

  /** The tape holds something else. */
  Divergence other(
      String reason,
      ThreadLane thread,
      LaneEvents events,
      Kind kind,
      int line,
      @Nullable Asked asked) {
    Fields how = Asking.fields(reason, kind, sites.at(line), asked);
    Event event = events.event();
    expected(how, event);
    how.put("lane", event.lane()).put("ordinal", event.ordinal());
    how.put("lane_name", tape.name(event.lane()));
    return latch(
        how,
        "the program asked "
            + how.text("asked_kind", "")
            + " at "
            + how.text("asked_site", "")
            + ", the tape holds "
            + how.text("expected_kind", "")
            + " of "
            + how.text("expected_site", ""));
  }

  /** The tape holds nothing more in this lane. */
  Divergence exhausted(Lane lane, Kind kind, int line, @Nullable Asked asked) {
    Fields how =
        Asking.fields(lane.events == null ? "lane" : "exhausted", kind, sites.at(line), asked);
    how.put("lane", lane.id).put("ordinal", lane.ordinal).put("lane_name", lane.toString());
    return latch(
        how,
        "the program asked "
            + how.text("asked_kind", "")
            + " at "
            + how.text("asked_site", "")
            + ", the tape holds nothing more in lane "
            + lane);
  }

  /** The program has ended and the tape holds more. */
  void leftover(Event event) {
    Fields how = new Fields();
    expected(how, event);
    how.put("reason", "leftover").put("phase", event.phase());
    how.put("lane", event.lane()).put("ordinal", event.ordinal());
    how.put("lane_name", tape.name(event.lane()));
    latch(
        how,
        "the program ended, and the tape holds "
            + how.text("expected_kind", "")
            + " of "
            + how.text("expected_site", "")
            + " yet");
  }

  /** The run ended otherwise. */
  void end(String recorded, String replayed) {
    Fields how = new Fields();
    how.put("reason", "end").put("end_recorded", recorded).put("end_replayed", replayed);
    latch(how, "the recorded run ended with " + recorded + ", the replay with " + replayed);
  }

  /**
   * No lane can move.
   *
   * @param deadlock who waits for whose monitors; null where it is no deadlock
   * @param waiting a line for each thread
   */
  void stall(@Nullable String deadlock, List<String> waiting) {
    Fields how = new Fields();
    how.put("reason", "stall");
    how.put("waiting", waiting);
    StringBuilder detail = new StringBuilder("the replay stands still");
    if (deadlock != null) {
      detail.append(", in a deadlock that was not recorded");
    }
    for (String line : waiting) {
      detail.append("\n  ").append(line);
    }
    latch(how, detail.toString());
  }

  /** Where a thread is, what it waits for, and where its lane stands on the tape. */
  String waiting(ThreadLane thread) {
    Lane lane = thread.lane;
    StringBuilder text = new StringBuilder();
    text.append("lane ").append(lane).append(", thread ").append(thread.thread.getName());
    Turn turn = thread.turn;
    if (turn != null) {
      text.append(", waits for lane ").append(tape.name(turn.lane()));
      text.append(" to do its ordered operation ").append(turn.count());
      text.append(" (it has done ").append(tape.operations(turn.lane())).append("), at ");
      text.append(Texts.site(sites.at(turn.site())));
    } else {
      text.append(", ").append(thread.thread.getState());
      for (StackTraceElement element : thread.thread.getStackTrace()) {
        if (!Failures.isOurs(element)) {
          text.append(" at ").append(element);
          break;
        }
      }
    }
    text.append("; ").append(lane.ordinal).append(" of its events are told");
    if (thread.waitsAtEnd) {
      text.append(", the tape holds no more");
    }
    return text.toString();
  }

  /** Something of ours failed. */
  Divergence trouble(Throwable thrown) {
    StringBuilder where = new StringBuilder();
    for (StackTraceElement element : thrown.getStackTrace()) {
      where.append("\n  at ").append(element);
    }
    Fields how = new Fields();
    how.put("reason", "trouble");
    if (thrown instanceof IOException) {
      return latch(how, "trouble with " + Writes.described() + ": " + thrown.getMessage());
    }
    return latch(how, "the replay cannot go on: " + thrown + where);
  }

  private void expected(Fields how, Event event) {
    how.put("expected_kind", event.kind().name());
    how.put("expected_kind_id", event.kind().id());
    how.put(
        "expected_question",
        Texts.question(event.kind().question(), Arrays.asList(event.question())));
    how.put("expected_site", Texts.site(sites.at(event.site())));
    how.put(
        "expected_outcome",
        event.failure() != null
            ? event.failure().toString()
            : Texts.question(event.kind().answer(), Arrays.asList(event.answer())));
  }

  private Divergence latch(Fields how, String detail) {
    how.put("detail", detail);
    if (verdict.diverged(how)) {
      first = detail;
      verdict.write(new Fields());
      if (!debugged) {
        new AgentThread("end", this::endSoon).start();
      }
      tape.outputs.release();
    }
    String message = first;
    return new Divergence(message == null ? detail : message);
  }

  /** A program that swallows the divergence does not go on for long. */
  private void endSoon() {
    try {
      Thread.sleep(GRACE_MS);
    } catch (InterruptedException nobodyDoes) {
      return;
    }
    verdict.close();
    Runtime.getRuntime().halt(1);
  }
}
