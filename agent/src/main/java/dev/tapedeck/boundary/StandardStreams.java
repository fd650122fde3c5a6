package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.FileDescriptor;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** What the program writes to standard output and error: compared in replay, and shown. */
final class StandardStreams {

  private static final String OUTPUT = "java/io/FileOutputStream";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long DESCRIPTOR =
      UNSAFE.objectFieldOffset(java.io.FileOutputStream.class, "fd");

  private StandardStreams() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(OUTPUT, "write", "(I)V", new Write()),
      Wrap.of(OUTPUT, "write", "([B)V", new Write()),
      Wrap.of(OUTPUT, "write", "([BII)V", new Write()));

  private static final class Write extends Door {

    Write() {
      super(Kinds.OUTPUT_WRITE, Scope.ALL);
    }

    @Override
    public boolean applies(Crossing crossing) {
      Object descriptor =
          crossing.self == null ? null : UNSAFE.getReference(crossing.self, DESCRIPTOR);
      if (descriptor == FileDescriptor.out) {
        crossing.kept = "stdout";
      } else if (descriptor == FileDescriptor.err) {
        crossing.kept = "stderr";
      }
      return crossing.kept != null;
    }

    @Override
    public boolean goesThroughInReplay() {
      return true;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString((String) crossing.kept);
      if (crossing.argument(0) instanceof byte[] bytes) {
        boolean isPart = crossing.count() == 3;
        int offset = isPart ? (int) crossing.number(1) : 0;
        int length = isPart ? (int) crossing.number(2) : bytes.length;
        boolean isWithin = offset >= 0 && length >= 0 && length <= bytes.length - offset;
        question.putBytes(bytes, isWithin ? offset : 0, isWithin ? length : 0);
      } else {
        question.putBytes(new byte[] {(byte) crossing.number(0)}, 0, 1);
      }
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {}

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return null;
    }
  }
}
