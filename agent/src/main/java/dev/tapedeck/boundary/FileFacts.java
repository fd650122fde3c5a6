package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** {@code java.io.File}: what it tells of a path. */
final class FileFacts {

  private static final String FILE = "java/io/File";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long PATH = UNSAFE.objectFieldOffset(File.class, "path");

  private FileFacts() {}

  static final List<Wrap> WRAPS = wraps();

  private static List<Wrap> wraps() {
    List<Wrap> wraps = new ArrayList<>();
    for (String name : new String[] {
      "exists", "isFile", "isDirectory", "isHidden", "canRead", "canWrite", "canExecute"
    }) {
      wraps.add(Wrap.of(FILE, name, "()Z", new Fact(name, 'Z')));
    }
    for (String name :
        new String[] {"length", "lastModified", "getTotalSpace", "getFreeSpace", "getUsableSpace"
        }) {
      wraps.add(Wrap.of(FILE, name, "()J", new Fact(name, 'J')));
    }
    wraps.add(Wrap.of(FILE, "normalizedList", "()[Ljava/lang/String;", new Listing()));
    wraps.add(Wrap.of(
        FILE,
        "getCanonicalPath",
        "()Ljava/lang/String;",
        new OneOf(new NativeLibrary(), new Canonical())));
    return wraps;
  }

  /** As it was written; a subclass may tell another one. */
  static String path(@Nullable Object file) {
    return file == null ? "" : (String) UNSAFE.getReference(file, PATH);
  }

  private static boolean isQuestion(Crossing crossing) {
    return !PassThrough.passes(crossing, path(crossing.self));
  }

  /** A number or a truth. */
  private static final class Fact extends Door {

    private final String what;
    private final char type;

    Fact(String what, char type) {
      super(Kinds.FILE_STAT_LONG, Scope.PROGRAM);
      this.what = what;
      this.type = type;
    }

    @Override
    public boolean applies(Crossing crossing) {
      return isQuestion(crossing);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing.self));
      question.putString(what);
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

  /** What a directory holds, in the order in which the disk gives it. */
  private static final class Listing extends Door {

    Listing() {
      super(Kinds.DIR_LIST, Scope.PROGRAM);
    }

    @Override
    public boolean applies(Crossing crossing) {
      return isQuestion(crossing);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing.self));
      question.putString("list");
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putStrings((String[]) result);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return answer.stringsAt(0);
    }
  }

  private static final class Canonical extends Door {

    Canonical() {
      super(Kinds.FILE_STAT_STRING, Scope.PROGRAM);
    }

    @Override
    public boolean applies(Crossing crossing) {
      return isQuestion(crossing);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing.self));
      question.putString("getCanonicalPath");
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
