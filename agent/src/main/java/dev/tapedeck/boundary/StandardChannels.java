package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.io.FileDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The standard streams where they are read and written as file channels. */
final class StandardChannels {

  private static final String DESCRIPTOR = "(Ljava/io/FileDescriptor;";
  private static final int ADDRESS = 1;
  private static final int LENGTH = 2;

  private StandardChannels() {}

  static final List<Wrap> WRAPS = wraps();

  private static List<Wrap> wraps() {
    List<Wrap> wraps = new ArrayList<>();
    for (String owner :
        new String[] {"sun/nio/ch/FileDispatcherImpl", "sun/nio/ch/UnixFileDispatcherImpl"}) {
      add(wraps, owner, "read", "JI)I", new Read());
      add(wraps, owner, "pread", "JIJ)I", new Read());
      add(wraps, owner, "readv", "JI)J", new ReadMany());
      add(wraps, owner, "write", "JI)I", new Write());
      add(wraps, owner, "pwrite", "JIJ)I", new Write());
      add(wraps, owner, "writev", "JI)J", new WriteMany());
      for (String figure :
          new String[] {"seek J)J", "size )J", "truncate J)I", "available )I", "isOther )Z"}) {
        int blank = figure.indexOf(' ');
        String name = figure.substring(0, blank);
        String rest = figure.substring(blank + 1);
        add(wraps, owner, name, rest, new Figure(name, rest));
      }
    }
    return wraps;
  }

  private static void add(List<Wrap> wraps, String owner, String name, String rest, Door door) {
    wraps.add(Wrap.maybe(owner, name, DESCRIPTOR + rest, door));
  }

  /** The name of a standard stream; null for any other descriptor. */
  static @Nullable String name(@Nullable Object descriptor) {
    if (descriptor == FileDescriptor.in) {
      return "stdin";
    }
    if (descriptor == FileDescriptor.out) {
      return "stdout";
    }
    return descriptor == FileDescriptor.err ? "stderr" : null;
  }

  private abstract static class OnStream extends Door {

    OnStream(Kind kind) {
      super(kind, Scope.ALL);
    }

    boolean isMeant(String stream) {
      return true;
    }

    @Override
    public final boolean applies(Crossing crossing) {
      String stream = name(crossing.argument(0));
      crossing.kept = stream;
      return stream != null && isMeant(stream);
    }
  }

  /** Bytes of standard input into memory. */
  private static class Read extends OnStream {

    Read() {
      super(Kinds.STDIN_READ);
    }

    @Override
    final boolean isMeant(String stream) {
      return stream.equals("stdin");
    }

    @Override
    public final void ask(Crossing crossing, FieldSink question) {
      question.putString("channel");
      question.putLong(room(crossing));
    }

    @Override
    public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      long count = Box.number(result);
      int length = (int) Math.max(0, count); // below zero: a state, as IOStatus has them
      answer.putLong(count);
      answer.putBytes(take(crossing, length), 0, length);
    }

    @Override
    public final Object retell(Crossing crossing, Told answer) {
      byte[] bytes = answer.bytesAt(1);
      if (bytes != null && bytes.length > 0) {
        put(crossing, bytes);
      }
      return result(answer.longAt(0));
    }

    long room(Crossing crossing) {
      return crossing.number(LENGTH);
    }

    byte[] take(Crossing crossing, int length) {
      return NativeMemory.take(crossing.number(ADDRESS), length);
    }

    void put(Crossing crossing, byte[] bytes) {
      NativeMemory.put(bytes, crossing.number(ADDRESS));
    }

    Object result(long count) {
      return (int) count;
    }
  }

  /** The same into several pieces of memory. */
  private static final class ReadMany extends Read {

    @Override
    long room(Crossing crossing) {
      return NativeMemory.room(crossing.number(ADDRESS), (int) crossing.number(LENGTH));
    }

    @Override
    byte[] take(Crossing crossing, int length) {
      return NativeMemory.gather(crossing.number(ADDRESS), (int) crossing.number(LENGTH), length);
    }

    @Override
    void put(Crossing crossing, byte[] bytes) {
      NativeMemory.scatter(bytes, crossing.number(ADDRESS), (int) crossing.number(LENGTH));
    }

    @Override
    Object result(long count) {
      return count;
    }
  }

  /** Bytes to standard output or error. */
  private static class Write extends StandardOutput {

    @Override
    public final void ask(Crossing crossing, FieldSink question) {
      byte[] bytes = bytes(crossing);
      question.putString(stream(crossing));
      question.putBytes(bytes, 0, bytes.length);
    }

    @Override
    final long count(Crossing crossing, @Nullable Object result) {
      return Box.number(result);
    }

    byte[] bytes(Crossing crossing) {
      return NativeMemory.take(crossing.number(ADDRESS), (int) crossing.number(LENGTH));
    }

    @Override
    long length(Crossing crossing) {
      return crossing.number(LENGTH);
    }

    @Override
    Object result(long count) {
      return (int) count;
    }
  }

  /** The same from several pieces of memory. */
  private static final class WriteMany extends Write {

    @Override
    byte[] bytes(Crossing crossing) {
      return NativeMemory.gather(
          crossing.number(ADDRESS), (int) crossing.number(LENGTH), (int) length(crossing));
    }

    @Override
    long length(Crossing crossing) {
      return NativeMemory.room(crossing.number(ADDRESS), (int) crossing.number(LENGTH));
    }

    @Override
    Object result(long count) {
      return count;
    }
  }

  /** Where a stream stands, how long it is: it may be a file when it is recorded. */
  private static final class Figure extends OnStream {

    private final String what;
    private final @Nullable Box box;

    Figure(String what, String descriptor) {
      super(Kinds.HOST_LONG);
      this.what = what;
      this.box = Box.returnedBy(descriptor);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(crossing.kept + "." + what);
      question.putString(crossing.count() == 1 ? null : String.valueOf(crossing.argument(1)));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Box.number(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return box == null ? null : box.of(answer.longAt(0));
    }
  }
}
