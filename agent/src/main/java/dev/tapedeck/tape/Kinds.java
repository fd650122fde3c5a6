package dev.tapedeck.tape;

import static dev.tapedeck.tape.FieldType.BOOL;
import static dev.tapedeck.tape.FieldType.BYTES;
import static dev.tapedeck.tape.FieldType.LONG;
import static dev.tapedeck.tape.FieldType.STRING;
import static dev.tapedeck.tape.FieldType.STRINGS;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of kinds. An id is never given a second meaning; a new kind is added at the end. */
public final class Kinds {

  /** {@code System.currentTimeMillis}. Written with {@link ChunkWriter#clock}, as the next two. */
  public static final Kind CLOCK_MILLIS = kind(1, "clock_read", q(), a(f("value", LONG)));

  /** {@code System.nanoTime}. */
  public static final Kind CLOCK_NANOS = kind(2, "clock_read", q(), a(f("value", LONG)));

  /** The wall clock in nanoseconds since the epoch. */
  public static final Kind CLOCK_EPOCH_NANOS = kind(3, "clock_read", q(), a(f("value", LONG)));

  public static final Kind SLEEP = kind(4, "clock_sleep", q(f("duration_ns", LONG)), a());

  public static final Kind WAIT =
      kind(5, "clock_wait", q(f("what", STRING), f("timeout_ns", LONG)), a(f("elapsed", BOOL)));

  /** A seed or one draw. */
  public static final Kind RANDOM_LONG =
      kind(6, "random", q(f("what", STRING)), a(f("value", LONG)));

  public static final Kind RANDOM_BYTES =
      kind(7, "random", q(f("what", STRING), f("length", LONG)), a(f("bytes", BYTES)));

  public static final Kind ENV =
      kind(8, "env_read", q(f("name", STRING)), a(f("value", STRING), f("redacted", BOOL)));

  /** The whole environment. */
  public static final Kind ENV_ALL = kind(
      9, "env_read", q(), a(f("names", STRINGS), f("values", STRINGS), f("redacted", STRINGS)));

  public static final Kind HOST_LONG = host(10, f("value", LONG));

  public static final Kind HOST_STRING = host(11, f("value", STRING));

  public static final Kind HOST_STRINGS = host(12, f("values", STRINGS));

  public static final Kind HOST_BYTES = host(13, f("value", BYTES));

  public static final Kind STDIN_READ = kind(
      14,
      "stdin_read",
      q(f("what", STRING), f("length", LONG)),
      a(f("count", LONG), f("bytes", BYTES)));

  /** The place is that among all writes to standard output and error, those of children too. */
  public static final Kind OUTPUT_WRITE = kind(
      15,
      "output_write",
      q(f("stream", STRING), f("bytes", BYTES)),
      a(f("count", LONG), f("place", LONG)));

  public static final Kind FILE_OPEN =
      kind(16, "file_open", q(f("path", STRING), f("how", STRING)), a());

  public static final Kind FILE_READ = kind(
      17,
      "file_read",
      q(f("path", STRING), f("what", STRING), f("position", LONG), f("length", LONG)),
      a(f("count", LONG), f("bytes", BYTES)));

  public static final Kind FILE_STAT_LONG = file(18, "file_stat", f("value", LONG));

  public static final Kind FILE_STAT_STRINGS =
      file(19, "file_stat", f("names", STRINGS), f("values", STRINGS));

  public static final Kind DIR_LIST = file(20, "dir_list", f("names", STRINGS));

  public static final Kind FILE_STAT_STRING = file(21, "file_stat", f("value", STRING));

  /** A file opened for random access, and how long it is. */
  public static final Kind FILE_OPEN_LENGTH =
      kind(30, "file_open", q(f("path", STRING), f("how", STRING)), a(f("length", LONG)));

  /** A place in an open file: sought, skipped to, or asked for. */
  public static final Kind FILE_SEEK = kind(
      31,
      "file_seek",
      q(f("path", STRING), f("what", STRING), f("position", LONG)),
      a(f("value", LONG)));

  /** Of the bytes written only their number and CRC32C: they came from the program. */
  public static final Kind FILE_WRITE = kind(
      32,
      "file_write",
      q(
          f("path", STRING),
          f("what", STRING),
          f("position", LONG),
          f("length", LONG),
          f("crc32c", LONG)),
      a(f("count", LONG)));

  /** A change of a file or directory other than of its bytes. */
  public static final Kind FILE_CHANGE = kind(
      33,
      "file_change",
      q(f("path", STRING), f("what", STRING), f("argument", STRING)),
      a(f("value", LONG)));

  public static final Kind FILE_DELETE = file(34, "file_delete", f("value", LONG));

  /** What the program reached and no boundary covers yet: a replay must not reach for it. */
  public static final Kind UNCOVERED = kind(35, "uncovered", q(f("what", STRING)), a());

  /** A watched directory: which key of its watch service, or whether it is one still. */
  public static final Kind FILE_WATCH = file(36, "file_watch", f("value", LONG));

  /** What has happened in a watched directory. */
  public static final Kind FILE_WATCH_EVENTS = file(37, "file_watch", f("events", STRINGS));

  /** As {@link #FILE_OPEN}, to write; with what the file held where a replay cannot know it. */
  public static final Kind FILE_OPEN_TO_WRITE = kind(
      38,
      "file_open",
      q(f("path", STRING), f("how", STRING)),
      a(f("length", LONG), f("before", STRING), f("bytes", BYTES)));

  /** As {@link #FILE_CHANGE}, of what is copied or gets another name; with what that held. */
  public static final Kind FILE_TRANSFER = kind(
      39,
      "file_change",
      q(f("path", STRING), f("what", STRING), f("argument", STRING)),
      a(f("value", LONG), f("length", LONG), f("before", STRING), f("bytes", BYTES)));

  /** The environment is told as what in it is other than the program's own. */
  public static final Kind PROCESS_SPAWN = kind(
      40,
      "process_spawn",
      q(
          f("program", STRING),
          f("args", STRINGS),
          f("cwd", STRING),
          f("environment", STRINGS),
          f("redirects", STRINGS),
          f("merged", BOOL)),
      a(f("pid", LONG), f("start_time", LONG), f("streams", LONG)));

  public static final Kind PROCESS_WAIT = kind(
      41,
      "process_wait",
      q(f("pid", LONG), f("what", STRING), f("timeout_ns", LONG)),
      a(f("value", LONG)));

  public static final Kind PROCESS_SIGNAL =
      kind(42, "process_signal", q(f("pid", LONG), f("what", STRING)), a());

  /** What a child said on a pipe. */
  public static final Kind PROCESS_READ = kind(
      43,
      "process_read",
      q(f("pid", LONG), f("stream", STRING), f("what", STRING), f("length", LONG)),
      a(f("count", LONG), f("bytes", BYTES)));

  /** What a child was told on a pipe. */
  public static final Kind PROCESS_WRITE =
      kind(44, "process_write", q(f("pid", LONG), f("length", LONG), f("crc32c", LONG)), a());

  /**
   * What a child said on a standard stream that it shared with the program, beside a lane: {@code at}
   * is how many events that lane had then, {@code place} as of {@link #OUTPUT_WRITE}.
   */
  public static final Kind PROCESS_OUTPUT = kind(
      45,
      "process_output",
      q(f("pid", LONG), f("stream", STRING)),
      a(f("at", LONG), f("bytes", BYTES), f("place", LONG)));

  /** A process for whose end somebody waited has ended, beside a lane. */
  public static final Kind PROCESS_EXIT =
      kind(46, "process_exit", q(f("pid", LONG)), a(f("at", LONG)));

  /** Somebody asks to be told of a process's end. */
  public static final Kind PROCESS_AWAIT = kind(47, "process_await", q(f("pid", LONG)), a());

  /**
   * Where lanes meet: the lane's so manieth ordered operation ({@code op}) came after the other lane's
   * ({@code after}). What came in that order anyway is not on the tape.
   */
  public static final Kind ORDER =
      kind(48, "order", q(f("op", LONG)), a(f("after_lane", LONG), f("after", LONG)));

  /** The same of an operation that found its lock taken and begins to wait for it. */
  public static final Kind ORDER_WAIT =
      kind(49, "order_wait", q(f("op", LONG)), a(f("after_lane", LONG), f("after", LONG)));

  /** What a lane has learned where lanes meet, and what would not be known otherwise: that it came too late, a count. */
  public static final Kind ORDER_LEARNED =
      kind(50, "order_learned", q(f("op", LONG)), a(f("value", LONG)));

  /** A way to a server: made, taken again, or lost before anything was asked. */
  public static final Kind HTTP_CONNECT = kind(
      55,
      "http_connect",
      q(f("client", STRING), f("method", STRING), f("uri", STRING), f("what", STRING)),
      a(f("facts", STRINGS)));

  /**
   * A request with all of its body that was not sent in pieces, and the head of its response. Headers are
   * names and values, side by side; of secrets there is a keyed digest.
   */
  public static final Kind HTTP_EXCHANGE = kind(
      56,
      "http_exchange",
      q(
          f("client", STRING),
          f("method", STRING),
          f("uri", STRING),
          f("request_names", STRINGS),
          f("request_values", STRINGS),
          f("request_body", BYTES)),
      a(
          f("exchange", LONG),
          f("latency_ns", LONG),
          f("version", STRING),
          f("status", LONG),
          f("reason", STRING),
          f("names", STRINGS),
          f("values", STRINGS),
          f("facts", STRINGS)));

  /** A piece of a request's body; of exchange 0, it belongs to the lane's next one. */
  public static final Kind HTTP_SEND =
      kind(57, "http_send", q(f("what", STRING), f("bytes", BYTES)), a(f("exchange", LONG)));

  /** A piece of a response's body, as the program read it. */
  public static final Kind HTTP_RECEIVE = kind(
      58,
      "http_receive",
      q(f("what", STRING), f("length", LONG)),
      a(f("exchange", LONG), f("count", LONG), f("bytes", BYTES)));

  private static final List<Kind> ALL = List.of(
      CLOCK_MILLIS,
      CLOCK_NANOS,
      CLOCK_EPOCH_NANOS,
      SLEEP,
      WAIT,
      RANDOM_LONG,
      RANDOM_BYTES,
      ENV,
      ENV_ALL,
      HOST_LONG,
      HOST_STRING,
      HOST_STRINGS,
      HOST_BYTES,
      STDIN_READ,
      OUTPUT_WRITE,
      FILE_OPEN,
      FILE_READ,
      FILE_STAT_LONG,
      FILE_STAT_STRINGS,
      DIR_LIST,
      FILE_STAT_STRING,
      FILE_OPEN_LENGTH,
      FILE_SEEK,
      FILE_WRITE,
      FILE_CHANGE,
      FILE_DELETE,
      UNCOVERED,
      FILE_WATCH,
      FILE_WATCH_EVENTS,
      FILE_OPEN_TO_WRITE,
      FILE_TRANSFER,
      PROCESS_SPAWN,
      PROCESS_WAIT,
      PROCESS_SIGNAL,
      PROCESS_READ,
      PROCESS_WRITE,
      PROCESS_OUTPUT,
      PROCESS_EXIT,
      PROCESS_AWAIT,
      ORDER,
      ORDER_WAIT,
      ORDER_LEARNED,
      HTTP_CONNECT,
      HTTP_EXCHANGE,
      HTTP_SEND,
      HTTP_RECEIVE);

  private static final @Nullable Kind[] BY_ID = byIds();

  private Kinds() {}

  /** Whether it tells of the order between lanes. */
  public static boolean isOrder(int kind) {
    return kind >= ORDER.id() && kind <= ORDER_LEARNED.id();
  }

  /** Whether it tells of an HTTP exchange. */
  public static boolean isHttp(int kind) {
    return kind >= HTTP_CONNECT.id() && kind <= HTTP_RECEIVE.id();
  }

  /** Every kind, by ascending id. */
  public static List<Kind> all() {
    return ALL;
  }

  /** The kind of that id, or null when this version knows none. */
  public static @Nullable Kind byId(int id) {
    return id >= 0 && id < BY_ID.length ? BY_ID[id] : null;
  }

  private static @Nullable Kind[] byIds() {
    Kind[] byId = new Kind[ALL.get(ALL.size() - 1).id() + 1];
    for (Kind kind : ALL) {
      byId[kind.id()] = kind;
    }
    return byId;
  }

  /** Whether the kind is one of the three clock reads, which carry neither stamp nor outcome. */
  public static boolean isClock(int id) {
    return id <= 3;
  }

  /** Whether the tape says when it happened; of a wall clock's time it only says after what. */
  public static boolean hasTime(int id) {
    return !isClock(id) || id == CLOCK_NANOS.id();
  }

  private static Kind host(int id, Field answer) {
    return kind(id, "host_read", q(f("what", STRING), f("argument", STRING)), a(answer));
  }

  private static Kind file(int id, String name, Field... answer) {
    return kind(id, name, q(f("path", STRING), f("what", STRING)), a(answer));
  }

  private static Kind kind(int id, String name, List<Field> question, List<Field> answer) {
    return new Kind(id, name, question, answer);
  }

  private static List<Field> q(Field... fields) {
    return List.of(fields);
  }

  private static List<Field> a(Field... fields) {
    return List.of(fields);
  }

  private static Field f(String name, FieldType type) {
    return new Field(name, type);
  }
}
