package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Directories that {@code java.nio.file} opens and reads, name by name.
 *
 * <p>In replay nothing is opened; the numbers are made up.
 */
final class Directories {

  private static final String SYSTEM = "sun/nio/fs/UnixNativeDispatcher";
  private static final String PATH = "Lsun/nio/fs/UnixPath;";

  private Directories() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(SYSTEM, "open", "(" + PATH + "II)I", new Open(1, PathCall.Where.FIRST, "open")),
      Wrap.of(SYSTEM, "openat", "(I[BII)I", new Open(2, PathCall.Where.BELOW, "open")),
      Wrap.of(SYSTEM, "close", "(I)V", new Close()),
      Wrap.of(SYSTEM, "opendir", "(" + PATH + ")J", new Open(0, PathCall.Where.FIRST, "list")),
      Wrap.maybe(SYSTEM, "readdir", "(J)[B", new Read()),
      Wrap.bridge(SYSTEM, "readdir", "(J)[B", new Read()),
      Wrap.bridge(SYSTEM, "dup", "(I)I", new Open(0, PathCall.Where.DESCRIPTOR, "dup")),
      Wrap.bridge(SYSTEM, "fdopendir", "(I)J", new Open(0, PathCall.Where.DESCRIPTOR, "list")),
      Wrap.bridge(SYSTEM, "closedir", "(J)V", new CloseStream()));

  /** Opens by a number, to look at attributes, to list, or for whatever the JDK needs. */
  private static final class Open extends PathCall {

    private static final int WRITING = 3; // O_WRONLY | O_RDWR

    private final int flags;
    private final String how;

    /**
     * Opens.
     *
     * @param flags the index of the argument with the flags; 0 where there is none
     */
    Open(int flags, Where where, String how) {
      super(Kinds.FILE_OPEN, Scope.PROGRAM, where);
      this.flags = flags;
      this.how = how;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      boolean writes = flags > 0 && (crossing.number(flags) & WRITING) != 0;
      question.putString(path(crossing));
      question.putString(writes ? "write" : how);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      if (how.equals("list")) {
        if (crossing.argument(0) instanceof Integer descriptor) {
          RawFiles.closes(descriptor); // the stream has it now
        }
        RawFiles.streams(Results.number(result), path(crossing));
      } else {
        RawFiles.opened(Results.number(result), path(crossing));
      }
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      int number = RawFiles.madeUp();
      if (!how.equals("list")) {
        RawFiles.opened(number, path(crossing));
        return number;
      }
      if (crossing.argument(0) instanceof Integer descriptor) {
        RawFiles.closes(descriptor);
      }
      RawFiles.streams(number, path(crossing));
      return (long) number;
    }
  }

  /** The next name; none at the end. */
  private static final class Read extends PathCall {

    Read() {
      super(Kinds.DIR_LIST, Scope.OPENED, Where.STREAM);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing));
      question.putString("next");
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      String name = Names.text((byte[]) result);
      answer.putStrings(name == null ? new String[0] : new String[] {name});
    }

    @Override
    public byte @Nullable [] retell(Crossing crossing, Told answer) {
      String[] names = answer.stringsAt(0);
      return names == null || names.length == 0 ? null : Names.bytes(names[0]);
    }
  }

  /** Forgets a number; it will be another file's. One that was made up is closed by that alone. */
  private static final class Close extends Shut {

    Close() {
      super(null);
    }

    @Override
    public boolean applies(Crossing crossing) {
      RawFiles.closes(crossing.number(0));
      return RawFiles.isMadeUp(crossing.number(0));
    }
  }

  private static final class CloseStream extends Shut {

    CloseStream() {
      super(null);
    }

    @Override
    public boolean applies(Crossing crossing) {
      RawFiles.closesStream(crossing.number(0));
      return RawFiles.isMadeUp(crossing.number(0));
    }
  }
}
