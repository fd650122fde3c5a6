package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.File;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** {@code java.io.File}: what it tells of a path, and what it changes there. */
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
    wraps.add(Wrap.of(FILE, "delete", "()Z", new Delete()));
    for (String name : new String[] {"createNewFile", "mkdir"}) {
      wraps.add(Wrap.of(FILE, name, "()Z", new Change(name)));
    }
    wraps.add(Wrap.of(FILE, "setReadOnly", "()Z", new Change("setReadOnly")));
    wraps.add(Wrap.of(FILE, "setLastModified", "(J)Z", new Change("setLastModified")));
    wraps.add(Wrap.of(FILE, "renameTo", "(Ljava/io/File;)Z", new Change("renameTo")));
    for (String name : new String[] {"setWritable", "setReadable", "setExecutable"}) {
      wraps.add(Wrap.of(FILE, name, "(ZZ)Z", new Change(name)));
    }
    wraps.add(Wrap.of(
        FILE,
        "createTempFile",
        "(Ljava/lang/String;Ljava/lang/String;Ljava/io/File;)Ljava/io/File;",
        new Temporary()));
    return wraps;
  }

  /** As it was written; a subclass may tell another one. */
  private static String path(@Nullable Object file) {
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

  private static final class Delete extends Door {

    Delete() {
      super(Kinds.FILE_DELETE, Scope.ALL);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing.self));
      question.putString("delete");
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Results.number(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return Results.as('Z', answer.longAt(0));
    }
  }

  private static final class Change extends Door {

    private final String what;

    Change(String what) {
      super(Kinds.FILE_CHANGE, Scope.ALL);
      this.what = what;
    }

    @Override
    public boolean applies(Crossing crossing) {
      PassThrough.written(path(crossing.self));
      if (crossing.count() == 1 && crossing.argument(0) instanceof File target) {
        PassThrough.written(path(target));
      }
      return true;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing.self));
      question.putString(what);
      StringBuilder arguments = new StringBuilder();
      for (int i = 0; i < crossing.count(); i++) {
        Object argument = crossing.argument(i);
        arguments.append(i == 0 ? "" : ",");
        arguments.append(argument instanceof File file ? path(file) : argument);
      }
      question.putString(crossing.count() == 0 ? null : arguments.toString());
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Results.number(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return Results.as('Z', answer.longAt(0));
    }
  }

  /** A file with a random name. */
  private static final class Temporary extends Door {

    Temporary() {
      super(Kinds.FILE_STAT_STRING, Scope.ALL);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      Object directory = crossing.argument(2);
      question.putString(directory == null ? null : path(directory));
      question.putString("createTempFile " + crossing.argument(0) + " " + crossing.argument(1));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      PassThrough.written(path(result));
      answer.putString(path(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      new SecureRandom().nextLong(); // wakes what drawing the name has woken
      String path = String.valueOf(answer.stringAt(0));
      PassThrough.written(path);
      return new File(path);
    }
  }
}
