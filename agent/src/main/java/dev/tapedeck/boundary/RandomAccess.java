package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** {@code RandomAccessFile}, by its methods that lead to natives; what is native itself asks a file in its stead. */
final class RandomAccess {

  private static final String OWNER = "java/io/RandomAccessFile";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long DESCRIPTOR = UNSAFE.objectFieldOffset(RandomAccessFile.class, "fd");
  private static final int READ_ONLY = 1;

  private RandomAccess() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(
          OWNER,
          "open",
          "(Ljava/lang/String;I)V",
          new Open("read,write", Door.Scope.ALL, new Open("read", Door.Scope.PROGRAM, null))),
      Wrap.of(OWNER, "read", "()I", new FileRead.One(DESCRIPTOR)),
      Wrap.of(OWNER, "read", "([B)I", new FileRead.Several(DESCRIPTOR)),
      Wrap.of(OWNER, "read", "([BII)I", new FileRead.Several(DESCRIPTOR)),
      Wrap.of(OWNER, "seek", "(J)V", new FilePlace("seek", 'V', DESCRIPTOR)),
      Wrap.maybe(OWNER, "length", "()J", length()),
      Wrap.maybe(OWNER, "setLength", "(J)V", setLength()),
      Wrap.of(OWNER, "write", "(I)V", new FileWrite(DESCRIPTOR)),
      Wrap.of(OWNER, "write", "([B)V", new FileWrite(DESCRIPTOR)),
      Wrap.of(OWNER, "write", "([BII)V", new FileWrite(DESCRIPTOR)),
      Wrap.of(OWNER, "writeBytes", "(Ljava/lang/String;)V", new FileWrite(DESCRIPTOR)),
      Wrap.of(OWNER, "writeChars", "(Ljava/lang/String;)V", new FileWrite(DESCRIPTOR, 2)),
      Wrap.maybe(OWNER, "implReadLine", "()Ljava/lang/String;", new Line()));

  static Door setLength() {
    return new FilePlace("truncate", 'V', DESCRIPTOR);
  }

  static Door length() {
    return new FilePlace("length", 'J', DESCRIPTOR);
  }

  /** For reading alone it counts only for the program; for writing always. */
  private static final class Open extends Door {

    private final String how;
    private final @Nullable Open toRead;

    Open(String how, Scope scope, @Nullable Open toRead) {
      super(toRead == null ? Kinds.FILE_OPEN_LENGTH : Kinds.FILE_OPEN_TO_WRITE, scope);
      this.how = how;
      this.toRead = toRead;
    }

    @Override
    public @Nullable Door at(Crossing crossing) {
      String path = (String) crossing.argument(0);
      if (crossing.number(1) != READ_ONLY) {
        PassThrough.written(path);
        return PassThrough.isTerminal(path) ? null : this;
      }
      return PassThrough.passes(crossing, path) ? null : toRead;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString((String) crossing.argument(0));
      question.putString(how);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
        throws IOException {
      OpenFile file = opened(crossing, null);
      long length = length(descriptor(crossing));
      if (toRead == null) {
        answer.putLong(length);
      } else {
        file.companion = Before.tellOpened(file.path, length, answer);
      }
    }

    /** Asks another object: the program's may answer in its own way. */
    private static long length(FileDescriptor descriptor) {
      try {
        RandomAccessFile file = (RandomAccessFile) UNSAFE.allocateInstance(RandomAccessFile.class);
        UNSAFE.putReference(file, DESCRIPTOR, descriptor);
        return file.length();
      } catch (IOException | InstantiationException unknown) {
        return 0;
      }
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      String path = (String) crossing.argument(0);
      KeptFile kept = toRead == null ? null : Writes.open(path, how, new Before(answer, 0));
      RandomAccessFile standIn = kept == null ? StandIn.unnamed() : kept.another();
      StandIn.open(descriptor(crossing), standIn, answer.longAt(0));
      OpenFile file = opened(crossing, standIn);
      file.kept = kept;
      crossing.kept = file;
      return null;
    }

    private static OpenFile opened(Crossing crossing, @Nullable RandomAccessFile standIn) {
      return OpenFiles.add(
          descriptor(crossing), (String) crossing.argument(0), crossing.site, standIn);
    }

    private static FileDescriptor descriptor(Crossing crossing) {
      return (FileDescriptor) UNSAFE.getReference(crossing.self, DESCRIPTOR);
    }
  }

  /** A line, which newer JDKs read past their own methods; with the place behind it. */
  private static final class Line extends OnOpenFile {

    Line() {
      super(Kinds.FILE_READ, DESCRIPTOR);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(file(crossing).path);
      question.putString("readLine");
      question.putLong(-1);
      question.putLong(-1);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      byte[] line =
          result instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : null;
      answer.putLong(place(crossing));
      answer.putBytes(line, 0, line == null ? 0 : line.length);
    }

    private static long place(Crossing crossing) {
      try {
        return another((FileDescriptor) UNSAFE.getReference(crossing.self, DESCRIPTOR))
            .getFilePointer();
      } catch (IOException | InstantiationException unknown) {
        return 0;
      }
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      file(crossing).hasSought(answer.longAt(0));
      byte[] line = answer.bytesAt(1);
      return line == null ? null : new String(line, StandardCharsets.ISO_8859_1);
    }
  }

  /** Another object on the same file: the program's may answer in its own way. */
  private static RandomAccessFile another(FileDescriptor descriptor) throws InstantiationException {
    RandomAccessFile file = (RandomAccessFile) UNSAFE.allocateInstance(RandomAccessFile.class);
    UNSAFE.putReference(file, DESCRIPTOR, descriptor);
    return file;
  }
}
