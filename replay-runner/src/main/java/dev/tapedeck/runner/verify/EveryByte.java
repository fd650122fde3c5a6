package dev.tapedeck.runner.verify;

import dev.tapedeck.runner.run.KindText;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads every event of a tape with all its bytes; of a closed one what can be seen from outside. */
final class EveryByte {
  private static final int MOST = 100;

  private final TapeReader tape;
  private final List<String> problems = new ArrayList<>();
  private long events;
  private long bytes;
  private long left;

  private EveryByte(TapeReader tape) {
    this.tape = tape;
  }

  static EveryByte read(TapeReader tape) {
    EveryByte all = new EveryByte(tape);
    for (LaneInfo lane : tape.lanes()) {
      all.lane(lane);
    }
    return all;
  }

  long events() {
    return events;
  }

  /** Of payloads; the events themselves are checked when a tape is opened. */
  long bytes() {
    return bytes;
  }

  /** What cannot be read, a sentence each. */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    if (left > 0) {
      all.add("And " + left + " more of the kind.");
    }
    return all;
  }

  private void lane(LaneInfo lane) {
    try {
      for (LaneEvents at = tape.lane(lane.id()); at.advance(); events++) {
        event(lane, at);
      }
    } catch (TapeException e) {
      add("Lane " + lane.name() + " cannot be read to its end: " + e.getMessage());
    }
  }

  private void event(LaneInfo lane, LaneEvents at) {
    if (tape.isClosed()) {
      return;
    }
    try {
      Event event = at.event();
      for (Object value :
          Stream.concat(Stream.of(event.question()), Stream.of(event.answer())).toList()) {
        if (value instanceof Payload payload) {
          payload.copyTo((piece, length) -> bytes += length);
        }
      }
    } catch (TapeException | IOException e) {
      add("Event " + at.ordinal() + " of lane " + lane.name() + ", "
          + KindText.of(at.kindId(), at.kind().name()) + ": " + e.getMessage());
    }
  }

  private void add(String problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    } else {
      left++;
    }
  }
}
