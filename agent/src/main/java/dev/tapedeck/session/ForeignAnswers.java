package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the records of another tool answer: each question goes to whoever knows its kind. For what version 1 has no word,
 * a record that names the question answers it; where none does, some is asked of this JVM about itself, some is made
 * up, and all else has no answer.
 */
final class ForeignAnswers {

  /** The system's words for the errors that {@link ForeignTree} makes. */
  private static final Map<String, String> ERRORS = Map.of(
      "errno=2", "No such file or directory",
      "errno=17", "File exists",
      "errno=22", "Invalid argument");

  private final ForeignRecords records;
  private final ForeignFiles files;
  private final ForeignChildren children;
  private final ForeignOutput output;
  private final ForeignChance chance;

  private final ForeignMadeUp madeUp = new ForeignMadeUp();

  ForeignAnswers(TapeReader tape) {
    this.records = new ForeignRecords(tape);
    this.files = new ForeignFiles(records, madeUp);
    this.children = new ForeignChildren(records);
    this.output = new ForeignOutput(records);
    this.chance = new ForeignChance(tape.header().number(Header.HASH_SEED, 0));
  }

  /** The answer to what the program asks at the door. */
  Reply of(Lane lane, Door door, Asked asked, Crossing crossing) {
    Kind kind = door.kind();
    int id = kind.id();
    if (id == Kinds.OUTPUT_WRITE.id()) {
      return output.of(asked);
    }
    if (kind.name().startsWith("file_")) {
      return files.of(lane, door, asked, crossing);
    }
    if (kind.name().startsWith("process_")) {
      return children.of(lane, kind, asked);
    }
    String key = ForeignKey.of(kind, asked.fields());
    return id == Kinds.SLEEP.id() || records.knows(key)
        ? Reply.of(records.next(key))
        : unrecorded(door, asked);
  }

  /** The answer has been given: what is open now is known by what the program holds. */
  void given(Lane lane, Door door, Crossing crossing) {
    if (door.kind().name().equals(Kinds.FILE_OPEN.name())) {
      files.opened(lane, crossing.kept);
    }
  }

  private Reply unrecorded(Door door, Asked asked) {
    int id = door.kind().id();
    if (id == Kinds.RANDOM_LONG.id() || id == Kinds.RANDOM_BYTES.id()) {
      madeUp.count(door.kind());
      return chance.of(door.kind(), asked);
    }
    if (door.isOfThisProcess() || id == Kinds.WAIT.id()) {
      return Reply.Other.PASSES;
    }
    if (id == Kinds.STDIN_READ.id()) {
      madeUp.count(door.kind());
      return Reply.Other.PASSES; // there is nothing to read
    }
    return id >= Kinds.HOST_LONG.id() && id <= Kinds.HOST_BYTES.id()
        ? host(door.kind(), asked)
        : Reply.Other.NONE;
  }

  private Reply host(Kind kind, Asked asked) {
    String what = String.valueOf(asked.fields().get(0));
    if (what.equals("Process.toString")) {
      return children.text(String.valueOf(asked.fields().get(1)));
    }
    if (what.equals("error text")) {
      String error = String.valueOf(asked.fields().get(1)).split(" ", -1)[0];
      return ERRORS.containsKey(error) ? Reply.told(ERRORS.get(error)) : Reply.Other.PASSES;
    }
    if (!ForeignHost.isOfThisJvm(what, asked.fields().get(1))) {
      return Reply.Other.NONE;
    }
    if (!what.startsWith("thread ")) {
      madeUp.count(kind);
    }
    return Reply.Other.PASSES;
  }

  /** What a clock shows next: nanoseconds of the one, of the day or of the other; null where the tape has no more. */
  @Nullable
  Long nanos(Kind clock) {
    Event record = records.next(ForeignKey.of(clock, List.of()));
    return record == null ? null : (Long) record.answer()[0];
  }

  /** What no record was there for and was told all the same, in words; empty where there was none. */
  String without() {
    return madeUp.text();
  }

  long consumed() {
    return records.consumed();
  }

  /** How many records nobody has asked for, or not for all of them. */
  int leftCount() {
    return records.leftCount() + (output.left() == null ? 0 : 1);
  }

  /** Which; of many, the first. */
  List<String> left() {
    List<String> left = new ArrayList<>();
    String said = output.left();
    if (said != null) {
      left.add(said);
    }
    left.addAll(records.left());
    return left;
  }
}
