package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** What {@code java.nio.file} asks the system of a path; all of {@code Files} that only looks is made of these. */
final class PathFacts {

  private static final String SYSTEM = "sun/nio/fs/UnixNativeDispatcher";
  private static final String ATTRIBUTES = "Lsun/nio/fs/UnixFileAttributes;";
  private static final String PATH = "Lsun/nio/fs/UnixPath;";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private PathFacts() {}

  static final List<Wrap> WRAPS = wraps();

  private static List<Wrap> wraps() {
    List<Wrap> wraps = new ArrayList<>();
    PathCall.Where first = PathCall.Where.FIRST;
    wraps.add(
        Wrap.of(SYSTEM, "stat", "(" + PATH + ATTRIBUTES + ")V", new Filled("stat", 'V', first)));
    wraps.add(Wrap.maybe(
        SYSTEM, "stat2", "(" + PATH + ATTRIBUTES + ")I", new Filled("stat", 'I', first)));
    wraps.add(
        Wrap.of(SYSTEM, "lstat", "(" + PATH + ATTRIBUTES + ")V", new Filled("lstat", 'V', first)));
    wraps.add(Wrap.of(
        SYSTEM,
        "fstatat",
        "(I[BI" + ATTRIBUTES + ")V",
        new Filled("stat", 'V', PathCall.Where.BELOW)));
    wraps.add(Wrap.of(
        SYSTEM,
        "statvfs",
        "(" + PATH + "Lsun/nio/fs/UnixFileStoreAttributes;)V",
        new Filled("statvfs", 'V', first)));
    wraps.add(Wrap.of("sun/nio/fs/UnixFileAttributes", "get", "(I)" + ATTRIBUTES, new Made()));
    wraps.add(Wrap.maybe(SYSTEM, "stat", "(" + PATH + ")I", new Code("mode", 'I')));
    wraps.add(Wrap.maybe(SYSTEM, "exists", "(" + PATH + ")Z", new Code("exists", 'Z')));
    wraps.add(Wrap.maybe(SYSTEM, "access", "(" + PATH + "I)V", new Code("access", 'V')));
    wraps.add(Wrap.maybe(SYSTEM, "access", "(" + PATH + "I)I", new Code("access", 'I')));
    wraps.add(Wrap.of(SYSTEM, "readlink", "(" + PATH + ")[B", new Link("readlink")));
    wraps.add(Wrap.of(SYSTEM, "realpath", "(" + PATH + ")[B", new Link("realpath")));
    wraps.add(
        Wrap.of("sun/nio/fs/UnixException", "errorString", "()Ljava/lang/String;", new Reason()));
    return wraps;
  }

  /** A number; none where the answer is that nothing is wrong. */
  private static final class Code extends PathCall {

    private final String what;
    private final char type;

    Code(String what, char type) {
      super(Kinds.FILE_STAT_LONG, Scope.PROGRAM, Where.FIRST);
      this.what = what;
      this.type = type;
    }

    @Override
    public boolean returnsErrors() {
      return type == 'I';
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      String rest = rest(crossing);
      question.putString(path(crossing));
      question.putString(rest == null ? what : what + " " + rest);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Results.number(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return Results.as(type, answer.longAt(0));
    }
  }

  /** A path. */
  private static final class Link extends PathCall {

    private final String what;

    Link(String what) {
      super(Kinds.FILE_STAT_STRING, Scope.PROGRAM, Where.FIRST);
      this.what = what;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing));
      question.putString(what);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putString(Names.text((byte[]) result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return Names.bytes(answer.stringAt(0));
    }
  }

  /** Attributes, in the object that is the last argument; where the call returns an error, none. */
  private static final class Filled extends PathCall {

    private static final String ERROR = "error=";

    private final String what;
    private final char type;

    Filled(String what, char type, Where where) {
      super(Kinds.FILE_STAT_STRING, Scope.PROGRAM, where);
      this.what = what;
      this.type = type;
    }

    @Override
    public boolean returnsErrors() {
      return type == 'I';
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      String rest = rest(crossing);
      question.putString(path(crossing));
      question.putString(rest == null ? what : what + " " + rest);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      long error = Results.number(result);
      Object attributes = crossing.argument(crossing.count() - 1);
      answer.putString(error != 0 ? ERROR + error : Attributes.text(attributes));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      String text = String.valueOf(answer.stringAt(0));
      if (text.startsWith(ERROR)) {
        return Results.as(type, Long.parseLong(text.substring(ERROR.length())));
      }
      Attributes.fill(crossing.argument(crossing.count() - 1), text);
      return Results.as(type, 0);
    }
  }

  /** Attributes of what is open, in an object of its own. */
  private static final class Made extends PathCall {

    Made() {
      super(Kinds.FILE_STAT_STRING, Scope.PROGRAM, Where.DESCRIPTOR);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing));
      question.putString("fstat");
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putString(result == null ? null : Attributes.text(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer)
        throws ReflectiveOperationException {
      Object attributes = UNSAFE.allocateInstance(Class.forName("sun.nio.fs.UnixFileAttributes"));
      Attributes.fill(attributes, String.valueOf(answer.stringAt(0)));
      return attributes;
    }
  }

  /**
   * The text for an error's number.
   *
   * <p>The JDK asks the system not for that of the number but for that of the thread's last error, which in
   * replay has not happened.
   */
  private static final class Reason extends Door {

    Reason() {
      super(Kinds.HOST_STRING, Scope.PROGRAM);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      Object exception = crossing.self;
      question.putString("error text");
      question.putString(exception == null ? null : Attributes.text(exception));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putString((String) result);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return answer.stringAt(0);
    }
  }
}
