package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Writes;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that another tool has recorded: each opening of one to be read takes the next record of what it held, each
 * opening to be written the next of what was written, each deletion the next of its own. What the program writes is kept,
 * and read again from there.
 */
final class ForeignFiles {

  private static final int NO_SUCH_FILE = 2;

  private final ForeignRecords records;
  private final ForeignTree tree;
  private final ForeignHandles handles = new ForeignHandles();

  /** By path, what was told of it last. */
  private final Map<String, Payload> known = new HashMap<>();

  /** The files whose content, as the program has left it so far, is kept as a whole. */
  private final Set<String> kept = new HashSet<>();

  ForeignFiles(ForeignRecords records, ForeignMadeUp madeUp) {
    this.records = records;
    this.tree = new ForeignTree(records, madeUp);
  }

  /** The answer to a question of these kinds: {@code file_…}. */
  synchronized Reply of(Lane lane, Door door, Asked asked, Crossing crossing) {
    List<@Nullable Object> question = asked.fields();
    String path = ForeignKey.path(question);
    String what = String.valueOf(question.get(1));
    int id = door.kind().id();
    if (id == Kinds.FILE_OPEN.id() || id == Kinds.FILE_OPEN_LENGTH.id()) {
      return openToRead(lane, id, path, what, question);
    }
    if (id == Kinds.FILE_OPEN_TO_WRITE.id()) {
      return openToWrite(lane, path, what, question, crossing.self);
    }
    if (id == Kinds.FILE_DELETE.id()) {
      return delete(door.kind(), path, question, crossing.self instanceof File);
    }
    if (id == Kinds.FILE_STAT_LONG.id() || id == Kinds.FILE_STAT_STRING.id()) {
      return tree.stat(door, path, what);
    }
    if (id == Kinds.FILE_CHANGE.id() && what.equals("mkdir")) {
      return tree.makeDirectory(door.kind(), path, crossing.self instanceof File);
    }
    boolean isOfOpen =
        id == Kinds.FILE_READ.id() || id == Kinds.FILE_WRITE.id() || id == Kinds.FILE_SEEK.id();
    ForeignFile file = isOfOpen ? handles.find(crossing.kept) : null;
    if (file == null) {
      return Reply.Other.NONE;
    }
    if (id == Kinds.FILE_READ.id()) {
      return read(file, what, question);
    }
    return id == Kinds.FILE_WRITE.id()
        ? write(file, number(question, 2), number(question, 3))
        : seek(file, what, number(question, 2));
  }

  private Reply openToRead(
      Lane lane, int kind, String path, String how, List<@Nullable Object> question) {
    if (!how.contains(ForeignKey.READ)) {
      return Reply.Other.NONE; // a directory, or for the JDK's own ends
    }
    Event record = records.next(ForeignKey.file(ForeignKey.READ, question));
    if (record == null && !kept.contains(path)) {
      return Reply.Other.NONE;
    }
    ForeignFile file = handles.add(new ForeignFile(path, lane, 0, 0));
    file.holds(record == null ? new ForeignContent.Kept(path) : told(path, content(record)));
    return kind == Kinds.FILE_OPEN.id() ? Reply.told() : Reply.told(file.length());
  }

  /** The tape tells what a file holds: that is so, whatever the program has written there before. */
  private ForeignContent told(String path, Payload content) {
    ForeignContent.Kept left = new ForeignContent.Kept(path);
    byte[] bytes = content.bytes();
    if (kept.contains(path) && left.is(bytes)) {
      return left;
    }
    kept.remove(path);
    known.put(path, content);
    return new ForeignContent.Recorded(bytes);
  }

  private Reply openToWrite(
      Lane lane, String path, String how, List<@Nullable Object> question, @Nullable Object self) {
    if (records.next(ForeignKey.file(ForeignKey.WRITE, question)) == null) {
      return Reply.Other.NONE;
    }
    boolean isEmptied = how.equals("write") && self instanceof FileOutputStream
        || how.contains("truncate")
        || how.contains("createNew");
    boolean isMade = !tree.isThere(path) && (self != null || how.contains("create"));
    Payload before = isEmptied ? null : known.get(path);
    known.remove(path);
    if (isEmptied) {
      handles.empties(path);
    }
    long length = before != null ? before.length() : isEmptied || isMade ? 0 : tree.length(path);
    boolean isKept = isEmptied || isMade || before != null || kept.contains(path);
    if (isKept && !how.contains("deleteOnClose")) {
      kept.add(path);
    } else {
      kept.remove(path);
    }
    tree.made(path, length);
    boolean appends = how.contains("append");
    handles.add(new ForeignFile(path, lane, appends ? length : 0, length)).appends = appends;
    return before == null ? Reply.told(length, null, null) : Reply.told(length, "file", before);
  }

  /** What the lane has opened last is what the program has in its hands now. */
  synchronized void opened(Lane lane, @Nullable Object handle) {
    if (handle != null) {
      handles.given(lane, handle);
    }
  }

  private Reply delete(Kind kind, String path, List<@Nullable Object> question, boolean isTold) {
    if (records.next(ForeignKey.file(ForeignKey.DELETE, question)) != null) {
      handles.deletes(path);
      tree.gone(path);
      known.remove(path);
      kept.remove(path);
      return Reply.told(1L);
    }
    if (tree.isThere(path)) {
      return Reply.Other.NONE;
    }
    tree.asked(kind, path);
    return isTold ? Reply.told(0L) : Reply.error(NO_SUCH_FILE);
  }

  private Reply read(ForeignFile file, String what, List<@Nullable Object> question) {
    if (file.content() == null && !isFound(file, question)) {
      return Reply.Other.NONE;
    }
    long position = number(question, 2);
    long length = number(question, 3);
    if (what.startsWith("map ")) {
      if (what.contains("READ_WRITE")) {
        changes(file); // from now on, whenever the program likes
      }
      return file.content() == null
          ? Reply.Other.NONE
          : Reply.told(length, file.mapped(position, length));
    }
    if (what.equals("readLine")) {
      Payload line = file.line();
      return Reply.told(file.place(), line);
    }
    Payload bytes = length < 0 ? null : file.read(position, length);
    return bytes == null ? Reply.told(-1L, ForeignFile.NOTHING) : Reply.told(bytes.length(), bytes);
  }

  /**
   * Whether it is known what the file holds that has been opened to be written too, and is read for the first time: the
   * next record tells, unless the program has written to it since, whose order to the reading no record knows.
   */
  private boolean isFound(ForeignFile file, List<@Nullable Object> question) {
    boolean isKept = kept.contains(file.path);
    if (file.isLost || file.isGone || file.hasChanged && !isKept) {
      return false;
    }
    Event record = records.next(ForeignKey.file(ForeignKey.READ, question));
    if (record == null && !isKept) {
      return false;
    }
    if (record != null && !file.hasChanged) {
      fill(file.path, content(record).bytes());
    }
    file.holds(new ForeignContent.Kept(file.path));
    return true;
  }

  /** What the program writes is kept over what the file held before. */
  private void fill(String path, byte[] bytes) {
    try {
      Writes.fill(path, bytes);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    kept.add(path);
  }

  private Reply write(ForeignFile file, long position, long length) {
    changes(file);
    if (file.appends) {
      file.goTo(file.length());
    }
    long now = file.writes(file.appends ? -1 : position, Math.max(0, length));
    hasLength(file, now);
    return Reply.told(length);
  }

  private void changes(ForeignFile file) {
    if (file.isGone) {
      file.isLost = true;
      file.holds((ForeignContent) null);
    } else {
      handles.changes(file.path, kept.contains(file.path));
    }
  }

  private void hasLength(ForeignFile file, long now) {
    if (!file.isGone) {
      tree.made(file.path, now);
    }
  }

  private Reply seek(ForeignFile file, String what, long where) {
    switch (what) {
      case "length", "size":
        return Reply.told(file.length());
      case "position":
        return Reply.told(file.place());
      case "seek":
        if (where >= 0) {
          file.goTo(where);
        }
        return Reply.told(file.place());
      case "skip":
        return skip(file, where);
      case "available":
        long left = Math.max(0, file.length() - file.place());
        return Reply.told(Math.min(left, Integer.MAX_VALUE));
      case "truncate":
        changes(file);
        file.hasLength(where);
        hasLength(file, where);
        return Reply.told(0L);
      case "is regular":
        return Reply.told(1L);
      case "isOther", "force", "lock", "release":
        return Reply.told(0L);
      default:
        return Reply.Other.NONE;
    }
  }

  /** Also back, and behind its end; not before its beginning. */
  private static Reply skip(ForeignFile file, long count) {
    long place = file.place() + count;
    if (place < 0) {
      return Reply.error("java.io.IOException", "Invalid argument");
    }
    file.goTo(place);
    return Reply.told(count);
  }

  private static Payload content(Event record) {
    return record.answer()[1] instanceof Payload bytes ? bytes : ForeignFile.NOTHING;
  }

  private static long number(List<@Nullable Object> question, int field) {
    return question.size() > field && question.get(field) instanceof Long number ? number : -1;
  }
}
