package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** {@code FileInputStream}, by its methods that lead to natives; the others are made of these. */
final class FileStreams {

  private static final String INPUT = "java/io/FileInputStream";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long DESCRIPTOR = UNSAFE.objectFieldOffset(FileInputStream.class, "fd");

  private FileStreams() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(INPUT, "open", "(Ljava/lang/String;)V", new Open()),
      Wrap.of(INPUT, "read", "()I", new FileRead.One(DESCRIPTOR)),
      Wrap.of(INPUT, "read", "([B)I", new FileRead.Several(DESCRIPTOR)),
      Wrap.of(INPUT, "read", "([BII)I", new FileRead.Several(DESCRIPTOR)),
      Wrap.of(INPUT, "length", "()J", new FilePlace("length", 'J', DESCRIPTOR)),
      Wrap.of(INPUT, "position", "()J", new FilePlace("position", 'J', DESCRIPTOR)),
      Wrap.of(INPUT, "skip", "(J)J", new FilePlace("skip", 'J', DESCRIPTOR)),
      Wrap.of(INPUT, "available", "()I", new FilePlace("available", 'I', DESCRIPTOR)),
      Wrap.maybe(INPUT, "isRegularFile", "()Z", new IsRegular()),
      Wrap.of("java/io/FileDescriptor", "close", "()V", new Close()));

  private static final class Open extends Door {

    Open() {
      super(Kinds.FILE_OPEN, Scope.PROGRAM);
    }

    @Override
    public boolean applies(Crossing crossing) {
      return !PassThrough.passes(crossing, (String) crossing.argument(0));
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString((String) crossing.argument(0));
      question.putString("read");
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      opened(crossing);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      StandIn.open(descriptor(crossing));
      opened(crossing);
      return null;
    }

    private static void opened(Crossing crossing) {
      crossing.kept =
          OpenFiles.add(descriptor(crossing), (String) crossing.argument(0), crossing.site, null);
    }

    private static FileDescriptor descriptor(Crossing crossing) {
      return (FileDescriptor) UNSAFE.getReference(crossing.self, DESCRIPTOR);
    }
  }

  /** Whether it reads a regular file; the stream asks once and remembers. */
  private static final class IsRegular extends FilePlace {

    IsRegular() {
      super("is regular", 'Z', DESCRIPTOR);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      Object result = super.retell(crossing, answer);
      UNSAFE.putReference(
          crossing.self, UNSAFE.objectFieldOffset(FileInputStream.class, "isRegularFile"), result);
      return result;
    }
  }

  /** Forgets a descriptor; its number will be another file's. */
  private static final class Close extends Unasked {
    @Override
    void passes(Crossing crossing) {
      if (crossing.self instanceof FileDescriptor descriptor) {
        OpenFiles.remove(descriptor);
      }
    }
  }
}
