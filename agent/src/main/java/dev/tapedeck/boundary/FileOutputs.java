package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** {@code FileOutputStream}: files that the program writes. */
final class FileOutputs {

  private static final String OUTPUT = "java/io/FileOutputStream";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long DESCRIPTOR = UNSAFE.objectFieldOffset(FileOutputStream.class, "fd");

  private FileOutputs() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(OUTPUT, "open", "(Ljava/lang/String;Z)V", new Open()),
      Wrap.of(OUTPUT, "write", "(I)V", new FileWrite(DESCRIPTOR)),
      Wrap.of(OUTPUT, "write", "([B)V", new FileWrite(DESCRIPTOR)),
      Wrap.of(OUTPUT, "write", "([BII)V", new FileWrite(DESCRIPTOR)));

  private static final class Open extends Door {

    Open() {
      super(Kinds.FILE_OPEN_TO_WRITE, Scope.ALL);
    }

    @Override
    public boolean applies(Crossing crossing) {
      String path = (String) crossing.argument(0);
      PassThrough.written(path);
      return !PassThrough.isTerminal(path);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString((String) crossing.argument(0));
      question.putString(how(crossing));
    }

    private static String how(Crossing crossing) {
      return crossing.argument(1).equals(true) ? "append" : "write";
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
        throws IOException {
      String path = (String) crossing.argument(0);
      OpenFile file = opened(crossing);
      file.companion = Before.tellOpened(path, new File(path).length(), answer);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      StandIn.open(descriptor(crossing));
      OpenFile file = opened(crossing);
      crossing.kept = file;
      String how = how(crossing);
      file.kept =
          Writes.open(file.path, how.equals("write") ? "truncate" : how, new Before(answer, 0));
      return null;
    }

    private static OpenFile opened(Crossing crossing) {
      return OpenFiles.add(
          descriptor(crossing), (String) crossing.argument(0), crossing.site, null);
    }

    private static FileDescriptor descriptor(Crossing crossing) {
      return (FileDescriptor) UNSAFE.getReference(crossing.self, DESCRIPTOR);
    }
  }
}
