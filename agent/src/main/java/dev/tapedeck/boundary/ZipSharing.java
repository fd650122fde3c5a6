package dev.tapedeck.boundary;

import java.io.File;
import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * Archives that are open twice are read once by the JDK, if the first is not closed yet.
 *
 * <p>Then what a program reads would hang on class loaders, whose reading is not on the tape, and on when
 * the garbage collector closes what nobody has closed. So each reads its own.
 */
final class ZipSharing extends Shut {

  private static final String KEY = "java/util/zip/ZipFile$Source$Key";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  static final List<Wrap> WRAPS =
      List.of(Wrap.of(KEY, "equals", "(Ljava/lang/Object;)Z", new ZipSharing()));

  private ZipSharing() {
    super(false);
  }

  @Override
  public boolean applies(Crossing crossing) {
    Object key = crossing.self;
    if (key == null || key == crossing.argument(0)) {
      return false;
    }
    long offset = UNSAFE.objectFieldOffset(key.getClass(), "file");
    return !PassThrough.isOnClassPath(((File) UNSAFE.getReference(key, offset)).getPath());
  }
}
