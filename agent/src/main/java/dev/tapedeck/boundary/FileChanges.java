package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.io.File;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code java.io.File}: what it changes on disk. */
final class FileChanges {

  private static final String FILE = "java/io/File";

  private FileChanges() {}

  static final List<Wrap> WRAPS = wraps();

  private static List<Wrap> wraps() {
    List<Wrap> wraps = new ArrayList<>();
    wraps.add(Wrap.of(FILE, "delete", "()Z", new Delete()));
    wraps.add(Wrap.of(FILE, "createNewFile", "()Z", new Change("createNewFile")));
    wraps.add(Wrap.of(FILE, "mkdir", "()Z", new Change("mkdir")));
    wraps.add(Wrap.of(FILE, "setReadOnly", "()Z", new Change("setReadOnly")));
    wraps.add(Wrap.of(FILE, "setLastModified", "(J)Z", new Change("setLastModified")));
    wraps.add(Wrap.of(FILE, "renameTo", "(Ljava/io/File;)Z", new Rename()));
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

  private static final class Delete extends Door {

    Delete() {
      super(Kinds.FILE_DELETE, Scope.ALL);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(FileFacts.path(crossing.self));
      question.putString("delete");
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Results.number(result));
      Known.remove(FileFacts.path(crossing.self));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      KeptTree tree = Writes.tree();
      if (tree != null && answer.longAt(0) != 0) {
        tree.delete(FileFacts.path(crossing.self));
      }
      return Results.as('Z', answer.longAt(0));
    }
  }

  private static class Change extends Door {

    private final String what;

    Change(String what) {
      this(Kinds.FILE_CHANGE, what);
    }

    Change(Kind kind, String what) {
      super(kind, Scope.ALL);
      this.what = what;
    }

    @Override
    public final boolean applies(Crossing crossing) {
      PassThrough.written(FileFacts.path(crossing.self));
      if (crossing.count() == 1 && crossing.argument(0) instanceof File target) {
        PassThrough.written(FileFacts.path(target));
      }
      return true;
    }

    @Override
    public final void ask(Crossing crossing, FieldSink question) {
      question.putString(FileFacts.path(crossing.self));
      question.putString(what);
      StringBuilder arguments = new StringBuilder();
      for (int i = 0; i < crossing.count(); i++) {
        Object argument = crossing.argument(i);
        arguments.append(i == 0 ? "" : ",");
        arguments.append(argument instanceof File file ? FileFacts.path(file) : argument);
      }
      question.putString(crossing.count() == 0 ? null : arguments.toString());
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
        throws IOException {
      answer.putLong(Results.number(result));
      if (!what.startsWith("set")) {
        Known.add(FileFacts.path(crossing.self));
      }
    }

    @Override
    public final @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      KeptTree tree = Writes.tree();
      if (tree != null && answer.longAt(0) != 0) {
        keep(tree, crossing, answer);
      }
      return Results.as('Z', answer.longAt(0));
    }

    void keep(KeptTree tree, Crossing crossing, Told answer) throws IOException {
      if (what.equals("mkdir")) {
        tree.makeDirectory(FileFacts.path(crossing.self));
      } else if (what.equals("createNewFile")) {
        tree.create(FileFacts.path(crossing.self));
      }
    }
  }

  private static final class Rename extends Change {

    Rename() {
      super(Kinds.FILE_TRANSFER, "renameTo");
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
        throws IOException {
      answer.putLong(Results.number(result));
      if (Results.number(result) == 0) {
        Before.tellNothing(answer);
      } else {
        String to = FileFacts.path(crossing.argument(0));
        Before.tellTransferred(FileFacts.path(crossing.self), to, true, answer);
      }
    }

    @Override
    void keep(KeptTree tree, Crossing crossing, Told answer) throws IOException {
      String to = FileFacts.path(crossing.argument(0));
      tree.rename(FileFacts.path(crossing.self), to, new Before(answer, 1));
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
      question.putString(directory == null ? null : FileFacts.path(directory));
      question.putString("createTempFile " + crossing.argument(0) + " " + crossing.argument(1));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      PassThrough.written(FileFacts.path(result));
      Known.add(FileFacts.path(result));
      answer.putString(FileFacts.path(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      new SecureRandom().nextLong(); // wakes what drawing the name has woken
      String path = String.valueOf(answer.stringAt(0));
      PassThrough.written(path);
      KeptTree tree = Writes.tree();
      if (tree != null) {
        tree.create(path);
      }
      return new File(path);
    }
  }
}
