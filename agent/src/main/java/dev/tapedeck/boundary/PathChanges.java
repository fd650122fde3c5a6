package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code java.nio.file} changes on disk, other than bytes. In replay nothing changes
 * but what is kept; what was told is told again. */
final class PathChanges {

  private static final String SYSTEM = "sun/nio/fs/UnixNativeDispatcher";
  private static final String PATH = "Lsun/nio/fs/UnixPath;";

  private PathChanges() {}

  static final List<Wrap> WRAPS = wraps();

  private static List<Wrap> wraps() {
    List<Wrap> wraps = new ArrayList<>();
    first(wraps, "mkdir", "I)V");
    first(wraps, "mknod", "IJ)V");
    first(wraps, "chmod", "I)V");
    first(wraps, "chown", "II)V");
    first(wraps, "lchown", "II)V");
    first(wraps, "utimes", "JJ)V");
    first(wraps, "lutimes", "JJ)V");
    transfer(wraps, SYSTEM, "link", "(" + PATH + PATH + ")V");
    transfer(wraps, SYSTEM, "rename", "(" + PATH + PATH + ")V");
    wraps.add(
        Wrap.of(SYSTEM, "symlink", "([B" + PATH + ")V", change("symlink", PathCall.Where.FIRST)));
    transfer(wraps, SYSTEM, "renameat", "(I[BI[B)V");
    below(wraps, "fchmodat", "(I" + PATH + "II)V");
    below(wraps, "utimensat", "(I" + PATH + "JJI)V");
    wraps.add(Wrap.of(SYSTEM, "unlink", "(" + PATH + ")V", delete(PathCall.Where.FIRST)));
    wraps.add(Wrap.of(SYSTEM, "rmdir", "(" + PATH + ")V", delete(PathCall.Where.FIRST)));
    wraps.add(Wrap.of(SYSTEM, "unlinkat", "(I[BI)V", delete(PathCall.Where.BELOW)));
    open(wraps, "futimes", "(IJJ)V");
    open(wraps, "futimens", "(IJJ)V");
    open(wraps, "fchmod", "(II)V");
    open(wraps, "fchown", "(III)V");
    open(wraps, "fremovexattr", "(I[B)V");
    whole(wraps, "copy");
    whole(wraps, "move");
    return wraps;
  }

  private static void first(List<Wrap> wraps, String name, String rest) {
    wraps.add(Wrap.maybe(SYSTEM, name, "(" + PATH + rest, change(name, PathCall.Where.FIRST)));
  }

  private static void below(List<Wrap> wraps, String name, String descriptor) {
    wraps.add(Wrap.maybe(SYSTEM, name, descriptor, change(name, PathCall.Where.BELOW)));
  }

  /** Native itself in some JDKs. */
  private static void open(List<Wrap> wraps, String name, String descriptor) {
    wraps.add(Wrap.maybe(SYSTEM, name, descriptor, change(name, PathCall.Where.DESCRIPTOR)));
    wraps.add(Wrap.bridge(SYSTEM, name, descriptor, change(name, PathCall.Where.DESCRIPTOR)));
  }

  /** Made of many calls with natives of their own between them. */
  private static void whole(List<Wrap> wraps, String name) {
    String descriptor = "(" + PATH + PATH + "[Ljava/nio/file/CopyOption;)V";
    for (String owner : new String[] {"sun/nio/fs/UnixCopyFile", "sun/nio/fs/UnixFileSystem"}) {
      transfer(wraps, owner, name, descriptor);
    }
  }

  private static void transfer(List<Wrap> wraps, String owner, String name, String descriptor) {
    PathCall.Where where = name.equals("renameat") ? PathCall.Where.BELOW : PathCall.Where.FIRST;
    wraps.add(Wrap.maybe(owner, name, descriptor, new Transfer(name, where)));
  }

  private static Door change(String what, PathCall.Where where) {
    return new Change(Kinds.FILE_CHANGE, what, where);
  }

  private static Door delete(PathCall.Where where) {
    return new Change(Kinds.FILE_DELETE, "delete", where);
  }

  private static class Change extends PathCall {

    final String what;

    Change(Kind kind, String what, Where where) {
      super(kind, Scope.ALL, where);
      this.what = what;
    }

    @Override
    public final void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing));
      question.putString(what);
      if (!kind().equals(Kinds.FILE_DELETE)) {
        question.putString(argument(crossing));
      }
    }

    @Nullable
    String argument(Crossing crossing) {
      return rest(crossing);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
        throws IOException {
      answer.putLong(Results.NONE);
      switch (what) {
        case "delete":
          Known.remove(path(crossing));
          break;
        case "mkdir":
          Known.add(path(crossing));
          break;
        case "symlink":
          Known.add(String.valueOf(crossing.argument(1)));
          break;
        default:
      }
    }

    @Override
    public final @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      KeptTree tree = Writes.tree();
      if (tree != null) {
        keep(tree, crossing, answer);
      }
      return null;
    }

    void keep(KeptTree tree, Crossing crossing, Told answer) throws IOException {
      switch (what) {
        case "delete":
          tree.delete(path(crossing));
          break;
        case "mkdir":
          tree.makeDirectory(path(crossing));
          break;
        case "symlink":
          tree.makeLink(String.valueOf(crossing.argument(1)), path(crossing));
          break;
        default: // neither names nor bytes
      }
    }
  }

  /** Gives what is there another name, or another file the same content. */
  private static final class Transfer extends Change {

    Transfer(String what, Where where) {
      super(Kinds.FILE_TRANSFER, what, where);
    }

    /** Not the number of a directory, which is another each time. */
    @Override
    @Nullable
    String argument(Crossing crossing) {
      return crossing.count() == 4 ? target(crossing) : rest(crossing);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
        throws IOException {
      answer.putLong(Results.NONE);
      boolean moved = !what.equals("copy") && !what.equals("link");
      Before.tellTransferred(path(crossing), target(crossing), moved, answer);
    }

    @Override
    void keep(KeptTree tree, Crossing crossing, Told answer) throws IOException {
      String from = path(crossing);
      String to = target(crossing);
      Before before = new Before(answer, 1);
      switch (what) {
        case "copy":
          tree.copy(from, to, !text(crossing.argument(2)).contains("NOFOLLOW_LINKS"), before);
          break;
        case "link":
          tree.link(from, to, before);
          break;
        default:
          tree.rename(from, to, before);
      }
    }

    private static String target(Crossing crossing) {
      return String.valueOf(second(crossing));
    }
  }
}
