package dev.tapedeck.session;

import dev.tapedeck.boundary.Door;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which files there are, as far as records of another tool let it be known: what is read or deleted before it is written
 * was there, what the program writes or makes is there from then on, and the directories that hold any of these always
 * were. All else is told not to be there; since no record says so, that is counted as made up.
 */
final class ForeignTree {

  private static final String ROOT = "/";
  private static final int NO_SUCH_FILE = 2;
  private static final int FILE_EXISTS = 17;
  private static final int NO_LINK = 22;
  private static final long FILE = 0100644;
  private static final long DIRECTORY = 0040755;

  private final ForeignRecords records;
  private final ForeignMadeUp madeUp;
  private final Map<String, Boolean> there = new HashMap<>();
  private final Set<String> directories = new HashSet<>();

  /** The directories that the program has made: all that is in them is known. */
  private final Set<String> own = new HashSet<>();

  /** Of what the program has written. */
  private final Map<String, Long> lengths = new HashMap<>();

  private final Map<String, Integer> numbers = new HashMap<>();

  ForeignTree(ForeignRecords records, ForeignMadeUp madeUp) {
    this.records = records;
    this.madeUp = madeUp;
    directories.add(ROOT);
    records.firstOfPath().forEach((path, kind) -> {
      there.put(path, kind != Kinds.FILE_WRITE.id());
      for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        directories.add(path.substring(0, slash));
      }
    });
  }

  /** The program has made or changed it. */
  void made(String path, long length) {
    there.put(path, true);
    lengths.put(path, length);
  }

  void gone(String path) {
    there.put(path, false);
    directories.remove(path);
    own.remove(path);
    lengths.remove(path);
  }

  boolean isThere(String path) {
    return there.getOrDefault(path, false) || directories.contains(path);
  }

  /** The program asks whether it is there: where neither a record nor the program itself says so, the answer is a guess. */
  void asked(Kind kind, String path) {
    if (!there.containsKey(path) && !directories.contains(path) && !isInOwn(path)) {
      madeUp.count(kind);
    }
  }

  private boolean isInOwn(String path) {
    return own.contains(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
  }

  /**
   * The program makes a directory. Version 1 has no word for it, and it tells the program nothing but whether it was there.
   *
   * @param isTold whether that is returned, and not thrown
   */
  Reply makeDirectory(Kind kind, String path, boolean isTold) {
    asked(kind, path);
    if (isThere(path)) {
      return isTold ? Reply.told(0L) : Reply.error(FILE_EXISTS);
    }
    directories.add(path);
    own.add(path);
    return Reply.told(1L);
  }

  /** What the path is; when it was changed and by whom, nobody knows: it is told as 0. */
  Reply stat(Door door, String path, String what) {
    Reply reply = door.kind().id() == Kinds.FILE_STAT_STRING.id()
        ? text(path, what, door)
        : fact(path, what, door);
    if (reply != Reply.Other.NONE) {
      asked(door.kind(), path);
    }
    return reply;
  }

  private Reply fact(String path, String what, Door door) {
    boolean isThere = isThere(path);
    boolean isDirectory = directories.contains(path);
    switch (what) {
      case "exists", "canRead", "canWrite":
        return truth(isThere);
      case "isFile":
        return truth(isThere && !isDirectory);
      case "isDirectory", "canExecute":
        return truth(isDirectory);
      case "isHidden":
        return truth(isThere && path.contains("/."));
      case "length":
        return Reply.told(isThere && !isDirectory ? length(path) : 0L);
      case "lastModified":
        return Reply.told(0L);
      case "mode":
        return Reply.told(!isThere ? 0 : isDirectory ? DIRECTORY : FILE);
      default:
        return what.startsWith("access") ? access(isThere, door) : Reply.Other.NONE;
    }
  }

  private static Reply truth(boolean truth) {
    return Reply.told(truth ? 1L : 0L);
  }

  private static Reply access(boolean isThere, Door door) {
    if (isThere) {
      return Reply.told(0L);
    }
    return door.returnsErrors() ? Reply.told((long) NO_SUCH_FILE) : Reply.error(NO_SUCH_FILE);
  }

  private Reply text(String path, String what, Door door) {
    if (what.equals("getCanonicalPath") || what.equals("realpath") && isThere(path)) {
      return Reply.told(path);
    }
    if (what.startsWith("stat") && !what.startsWith("statvfs") || what.startsWith("lstat")) {
      if (isThere(path)) {
        return Reply.told(attributes(path));
      }
      return door.returnsErrors() ? Reply.told("error=" + NO_SUCH_FILE) : Reply.error(NO_SUCH_FILE);
    }
    if (what.equals("file key")) {
      return Reply.told("st_dev=1 st_ino=" + number(path));
    }
    if (what.equals("readlink") || what.equals("realpath")) {
      return Reply.error(isThere(path) ? NO_LINK : NO_SUCH_FILE);
    }
    return Reply.Other.NONE;
  }

  private String attributes(String path) {
    boolean isDirectory = directories.contains(path);
    return "st_mode=" + (isDirectory ? DIRECTORY : FILE) + " st_dev=1 st_nlink=1 st_ino="
        + number(path) + " st_size=" + (isDirectory ? 0 : length(path));
  }

  private int number(String path) {
    Integer number = numbers.get(path);
    if (number == null) {
      number = numbers.size() + 1;
      numbers.put(path, number);
    }
    return number;
  }

  /** How long it is by what the program has written to it, or else by what it reads next. */
  long length(String path) {
    Long written = lengths.get(path);
    if (written != null) {
      return written;
    }
    Event record = records.around(ForeignKey.read(path));
    return record != null && record.answer()[1] instanceof Payload bytes ? bytes.length() : 0;
  }
}
