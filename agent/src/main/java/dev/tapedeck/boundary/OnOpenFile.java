package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** A door of an object that has a file open. */
abstract class OnOpenFile extends Door {

  static final long DESCRIPTOR_IS_ARGUMENT = -1;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final long field;

  /**
   * Finds the file behind the receiver.
   *
   * @param field the offset of its {@code FileDescriptor}, or {@link #DESCRIPTOR_IS_ARGUMENT} where that is the
   *     first argument
   */
  OnOpenFile(Kind kind, long field) {
    super(kind, Scope.OPENED);
    this.field = field;
  }

  @Override
  public final boolean applies(Crossing crossing) {
    OpenFile file = OpenFiles.find(descriptor(crossing));
    if (file == null) {
      return false;
    }
    crossing.kept = file;
    crossing.site = file.site;
    return true;
  }

  @Nullable
  Object descriptor(Crossing crossing) {
    return field == DESCRIPTOR_IS_ARGUMENT
        ? crossing.argument(0)
        : UNSAFE.getReference(crossing.self, field);
  }

  static OpenFile file(Crossing crossing) {
    if (crossing.kept instanceof OpenFile file) {
      return file;
    }
    throw new IllegalStateException("a file that is not open");
  }
}
