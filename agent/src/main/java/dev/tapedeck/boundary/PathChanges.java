package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code java.nio.file} changes on disk, other than bytes. In replay nothing changes; what was told is told again. */
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
    first(wraps, "link", PATH + ")V");
    first(wraps, "rename", PATH + ")V");
    wraps.add(
        Wrap.of(SYSTEM, "symlink", "([B" + PATH + ")V", change("symlink", PathCall.Where.FIRST)));
    below(wraps, "renameat", "(I[BI[B)V");
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
      wraps.add(Wrap.maybe(owner, name, descriptor, change(name, PathCall.Where.FIRST)));
    }
  }

  private static Door change(String what, PathCall.Where where) {
    return new Change(Kinds.FILE_CHANGE, what, where);
  }

  private static Door delete(PathCall.Where where) {
    return new Change(Kinds.FILE_DELETE, "delete", where);
  }

  private static final class Change extends PathCall {

    private final String what;

    Change(Kind kind, String what, Where where) {
      super(kind, Scope.ALL, where);
      this.what = what;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing));
      question.putString(what);
      if (kind().equals(Kinds.FILE_CHANGE)) {
        question.putString(rest(crossing));
      }
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Results.NONE);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return null;
    }
  }
}
