package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** What the program says on standard output or error: compared in a replay, and shown at its place. */
public abstract class StandardOutput extends Door {

  private static final long DESCRIPTOR =
      Unsafe.getUnsafe().objectFieldOffset(FileOutputStream.class, "fd");

  StandardOutput() {
    super(Kinds.OUTPUT_WRITE, Scope.ALL);
  }

  /** Where a call with this first argument writes to: {@code stdout}, {@code stderr}, or null for anything else. */
  public static @Nullable String stream(@Nullable Object self, @Nullable Object argument) {
    Object descriptor = self instanceof FileOutputStream
        ? Unsafe.getUnsafe().getReference(self, DESCRIPTOR)
        : argument;
    if (descriptor == FileDescriptor.out) {
      return "stdout";
    }
    return descriptor == FileDescriptor.err ? "stderr" : null;
  }

  /** Whether something is said with such a call to a door. */
  public static boolean isSaid(Door door, @Nullable Object self, Object[] arguments) {
    return door.kind().id() == Kinds.OUTPUT_WRITE.id()
        && arguments.length > 0
        && stream(self, arguments[0]) != null;
  }

  /** The stream that a crossing of such a door writes to. */
  public static String stream(Crossing crossing) {
    return String.valueOf(crossing.kept);
  }

  @Override
  public final boolean applies(Crossing crossing) {
    String stream = stream(crossing.self, crossing.argument(0));
    crossing.kept = stream;
    return stream != null;
  }

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putLong(count(crossing, result));
    answer.putLong(crossing.place);
  }

  @Override
  public final @Nullable Object retell(Crossing crossing, Told answer) {
    return result(answer.longAt(0));
  }

  /** What the call returns where all of it was written. */
  public final @Nullable Object allWritten(Crossing crossing) {
    return result(length(crossing));
  }

  /** How many bytes are to be written. */
  abstract long length(Crossing crossing);

  /** How many of them were, or a state below zero, as channels have them. */
  long count(Crossing crossing, @Nullable Object result) {
    return length(crossing);
  }

  /** What the call returns then. */
  abstract @Nullable Object result(long count);
}
