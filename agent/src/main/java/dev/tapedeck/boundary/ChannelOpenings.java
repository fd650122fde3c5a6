package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.File;
import java.io.FileDescriptor;
import java.io.IOException;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Files that channels are opened on: {@code Files.newByteChannel}, {@code newInputStream}, {@code FileChannel.open}. */
final class ChannelOpenings {

  private static final String FACTORY = "sun/nio/fs/UnixChannelFactory";
  private static final String PATH = "Lsun/nio/fs/UnixPath;";
  private static final String FLAGS = "Lsun/nio/fs/UnixChannelFactory$Flags;";
  private static final String RESULT = "Ljava/io/FileDescriptor;";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private ChannelOpenings() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.maybe(
          FACTORY, "open", "(I" + PATH + "Ljava/lang/String;" + FLAGS + "I)" + RESULT, open()),
      Wrap.maybe(FACTORY, "open", "(I" + PATH + FLAGS + "I)" + RESULT, open()));

  private static Door open() {
    return new Open(Door.Scope.ALL, new Open(Door.Scope.PROGRAM, null));
  }

  /** For reading alone it counts only for the program; for writing always. */
  private static final class Open extends Door {

    private static final String[] OPTIONS = {
      "read", "write", "append", "truncateExisting", "create", "createNew", "deleteOnClose"
    };

    private final @Nullable Open toRead;

    Open(Scope scope, @Nullable Open toRead) {
      super(toRead == null ? Kinds.FILE_OPEN : Kinds.FILE_OPEN_TO_WRITE, scope);
      this.toRead = toRead;
    }

    @Override
    public @Nullable Door at(Crossing crossing) {
      String path = PathCall.below(crossing.number(0), crossing.argument(1).toString());
      crossing.kept = path;
      if (path == null) {
        return null;
      }
      if (!is(crossing, "write")) {
        return PassThrough.passes(crossing, path) ? null : toRead;
      }
      PassThrough.written(path);
      return PassThrough.isTerminal(path) ? null : this;
    }

    private static boolean is(Crossing crossing, String option) {
      Object flags = crossing.argument(crossing.count() - 2);
      return UNSAFE.getBoolean(flags, UNSAFE.objectFieldOffset(flags.getClass(), option));
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing));
      question.putString(how(crossing));
    }

    private static String how(Crossing crossing) {
      StringBuilder how = new StringBuilder();
      for (String option : OPTIONS) {
        if (is(crossing, option)) {
          how.append(how.length() == 0 ? "" : ",").append(option);
        }
      }
      return how.toString();
    }

    private static String path(Crossing crossing) {
      return String.valueOf(crossing.kept);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
        throws IOException {
      String path = path(crossing);
      if (!(result instanceof FileDescriptor descriptor)) {
        throw new IllegalStateException("nothing was opened");
      }
      OpenFile file = OpenFiles.add(descriptor, path, crossing.site, null);
      if (toRead != null) {
        file.companion = Before.tellOpened(path, new File(path).length(), answer);
      }
    }

    @Override
    public Object retell(Crossing crossing, Told answer) throws IOException {
      FileDescriptor descriptor = new FileDescriptor();
      StandIn.open(descriptor);
      OpenFiles.ACCESS.setAppend(descriptor, is(crossing, "append"));
      OpenFile file = OpenFiles.add(descriptor, path(crossing), crossing.site, null);
      crossing.kept = file;
      if (toRead != null) {
        file.kept = Writes.open(file.path, how(crossing), new Before(answer, 0));
      }
      return descriptor;
    }
  }
}
