package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that another tool has recorded: each opening of one to be read takes the next record of what it held, each
 * opening to be written the next of what was written, each deletion the next of its own.
 */
final class ForeignFiles {

  private static final int NO_SUCH_FILE = 2;

  private final ForeignRecords records;
  private final ForeignTree tree;
  private final List<ForeignFile> open = new ArrayList<>();

  /** By path, what was told of it last. */
  private final Map<String, Payload> known = new HashMap<>();

  ForeignFiles(ForeignRecords records) {
    this.records = records;
    this.tree = new ForeignTree(records);
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
      return openToWrite(lane, path, what, question);
    }
    if (id == Kinds.FILE_DELETE.id()) {
      return delete(path, question, crossing.self instanceof File);
    }
    if (id == Kinds.FILE_STAT_LONG.id() || id == Kinds.FILE_STAT_STRING.id()) {
      return tree.stat(door, path, what);
    }
    if (id == Kinds.FILE_CHANGE.id() && what.equals("mkdir")) {
      return tree.makeDirectory(path, crossing.self instanceof File);
    }
    boolean isOfOpen =
        id == Kinds.FILE_READ.id() || id == Kinds.FILE_WRITE.id() || id == Kinds.FILE_SEEK.id();
    ForeignFile file = isOfOpen ? file(crossing.kept) : null;
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
    if (record == null) {
      return Reply.Other.NONE;
    }
    Payload content = content(record);
    known.put(path, content);
    ForeignFile file = opened(new ForeignFile(path, lane, 0, content.length()));
    file.holds(content.bytes());
    return kind == Kinds.FILE_OPEN.id() ? Reply.told() : Reply.told(content.length());
  }

  private Reply openToWrite(Lane lane, String path, String how, List<@Nullable Object> question) {
    if (records.next(ForeignKey.file(ForeignKey.WRITE, question)) == null) {
      return Reply.Other.NONE;
    }
    boolean isEmptied =
        how.equals("write") || how.contains("truncate") || how.contains("createNew");
    Payload before = isEmptied ? null : known.get(path);
    known.remove(path);
    long length = before != null ? before.length() : isEmptied ? 0 : tree.written(path);
    tree.made(path, length);
    opened(new ForeignFile(path, lane, how.contains("append") ? length : 0, length));
    return before == null ? Reply.told(length, null, null) : Reply.told(length, "file", before);
  }

  private ForeignFile opened(ForeignFile file) {
    open.removeIf(ForeignFile::isClosed);
    open.add(file);
    return file;
  }

  /** What the lane has opened last is what the program has in its hands now. */
  synchronized void opened(Lane lane, @Nullable Object handle) {
    for (int i = open.size() - 1; i >= 0 && handle != null; i--) {
      if (open.get(i).lane == lane) {
        open.get(i).handle = handle;
        return;
      }
    }
  }

  private @Nullable ForeignFile file(@Nullable Object handle) {
    for (ForeignFile file : open) {
      if (handle != null && file.handle == handle) {
        return file;
      }
    }
    return null;
  }

  private Reply delete(String path, List<@Nullable Object> question, boolean isTold) {
    if (records.next(ForeignKey.file(ForeignKey.DELETE, question)) != null) {
      tree.gone(path);
      known.remove(path);
      return Reply.told(1L);
    }
    if (tree.isThere(path)) {
      return Reply.Other.NONE;
    }
    return isTold ? Reply.told(0L) : Reply.error(NO_SUCH_FILE);
  }

  private Reply read(ForeignFile file, String what, List<@Nullable Object> question) {
    if (!file.isReadable()) { // it was opened to be written too
      Event record = records.next(ForeignKey.file(ForeignKey.READ, question));
      if (record == null) {
        return Reply.Other.NONE;
      }
      file.holds(content(record).bytes());
    }
    long position = number(question, 2);
    long length = number(question, 3);
    if (what.startsWith("map ")) {
      return Reply.told(length, file.mapped(position, length));
    }
    if (what.equals("readLine")) {
      Payload line = file.line();
      return Reply.told(file.place(), line);
    }
    Payload bytes = length < 0 ? null : file.read(position, length);
    return bytes == null ? Reply.told(-1L, ForeignFile.NOTHING) : Reply.told(bytes.length(), bytes);
  }

  private Reply write(ForeignFile file, long position, long length) {
    file.writes(position, Math.max(0, length));
    tree.made(file.path, file.length());
    return Reply.told(length);
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
        file.goTo(file.place() + where);
        return Reply.told(where);
      case "available":
        long left = Math.max(0, file.length() - file.place());
        return Reply.told(Math.min(left, Integer.MAX_VALUE));
      case "truncate":
        file.hasLength(where);
        tree.made(file.path, where);
        return Reply.told(0L);
      case "is regular":
        return Reply.told(1L);
      case "isOther", "force", "lock", "release":
        return Reply.told(0L);
      default:
        return Reply.Other.NONE;
    }
  }

  private static Payload content(Event record) {
    return record.answer()[1] instanceof Payload bytes ? bytes : ForeignFile.NOTHING;
  }

  private static long number(List<@Nullable Object> question, int field) {
    return question.size() > field && question.get(field) instanceof Long number ? number : -1;
  }
}
