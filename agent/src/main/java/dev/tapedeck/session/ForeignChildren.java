package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The child processes that another tool has recorded: what each said in all, and how it ended. None is started. */
final class ForeignChildren {

  /** No system gives a process such a number. */
  private static final long FIRST = 1L << 23;

  private static final String PIPE = "PIPE";
  private static final String[] STREAMS = {"stdin", "stdout", "stderr"};
  private static final int EXIT = 3;

  private final ForeignRecords records;
  private final Map<Long, Child> children = new HashMap<>();

  /** What is left of what it says, by stream, and its exit status. */
  private record Child(Map<String, ForeignFile> said, long status) {}

  ForeignChildren(ForeignRecords records) {
    this.records = records;
  }

  /** The answer to a question of these kinds: {@code process_…}. */
  synchronized Reply of(Lane lane, Kind kind, Asked asked) {
    List<@Nullable Object> question = asked.fields();
    if (kind.id() == Kinds.PROCESS_SPAWN.id()) {
      return start(lane, question);
    }
    Child child = question.get(0) instanceof Long pid ? children.get(pid) : null;
    if (child == null) {
      return Reply.Other.NONE;
    }
    if (kind.id() == Kinds.PROCESS_READ.id()) {
      return read(child, question);
    }
    if (kind.id() == Kinds.PROCESS_WAIT.id()) {
      return end(child, String.valueOf(question.get(1)), question.get(2));
    }
    return kind.id() == Kinds.PROCESS_WRITE.id() || kind.id() == Kinds.PROCESS_SIGNAL.id()
        ? Reply.told()
        : Reply.Other.NONE;
  }

  /** What the JDK's object for it says of itself. */
  synchronized Reply text(String pid) {
    Child child = pid.chars().allMatch(Character::isDigit) ? children.get(Long.valueOf(pid)) : null;
    return child == null
        ? Reply.Other.PASSES
        : Reply.told("Process[pid=" + pid + ", exitValue=" + child.status + "]");
  }

  private Reply start(Lane lane, List<@Nullable Object> question) {
    Event record = records.next(ForeignKey.spawn(question));
    if (record == null || question.get(2) != null && !isThere(record, question.get(2))) {
      return Reply.Other.NONE;
    }
    List<?> redirects = question.get(4) instanceof List<?> list ? list : List.of();
    boolean isMerged = Boolean.TRUE.equals(question.get(5));
    Map<String, ForeignFile> said = new HashMap<>();
    long pipes = 0;
    for (int i = 0; i < STREAMS.length; i++) {
      boolean isPipe =
          (redirects.isEmpty() || PIPE.equals(redirects.get(i))) && !(i == 2 && isMerged);
      pipes |= isPipe ? 1L << i : 0;
      if (i > 0) {
        Payload bytes = records.behind(record, i).answer()[1] instanceof Payload payload
            ? payload
            : ForeignFile.NOTHING;
        if (!isPipe && bytes.length() > 0) {
          return Reply.Other.NONE; // where that went to is not on the tape
        }
        ForeignFile stream = new ForeignFile(STREAMS[i], lane, 0, bytes.length());
        stream.holds(bytes.bytes());
        said.put(STREAMS[i], stream);
      }
    }
    long pid = FIRST + children.size();
    children.put(
        pid, new Child(said, records.behind(record, EXIT).answer()[0] instanceof Long s ? s : 0));
    return Reply.told(pid, 0L, pipes);
  }

  /** Whether it was started in that directory, where the tape says in which. */
  private static boolean isThere(Event record, @Nullable Object directory) {
    Object recorded = record.question()[2];
    return recorded == null
        || ForeignKey.path(Arrays.asList(recorded))
            .equals(ForeignKey.path(Arrays.asList(directory)));
  }

  private static Reply read(Child child, List<@Nullable Object> question) {
    ForeignFile stream = child.said.get(String.valueOf(question.get(1)));
    long most = question.get(3) instanceof Long number ? number : 0;
    if (stream == null) {
      return Reply.Other.NONE;
    }
    long left = stream.length() - stream.place();
    switch (String.valueOf(question.get(2))) {
      case "read":
        Payload bytes = stream.read(-1, most);
        return bytes == null
            ? Reply.told(-1L, ForeignFile.NOTHING)
            : Reply.told(bytes.length(), bytes);
      case "available":
        return Reply.told(Math.min(left, Integer.MAX_VALUE), null);
      case "skip":
        long skipped = Math.max(0, Math.min(left, most));
        stream.goTo(stream.place() + skipped);
        return Reply.told(skipped, null);
      default:
        return Reply.Other.NONE;
    }
  }

  /** It has ended whenever somebody asks: when it did, the tape tells of nobody who asked. */
  private static Reply end(Child child, String what, @Nullable Object limit) {
    boolean isTruth = limit instanceof Long nanos && nanos >= 0;
    switch (what) {
      case "waitFor":
        return Reply.told(isTruth ? 1L : child.status);
      case "exitValue":
        return Reply.told(child.status);
      case "isAlive":
        return Reply.told(0L);
      default:
        return Reply.Other.NONE;
    }
  }
}
