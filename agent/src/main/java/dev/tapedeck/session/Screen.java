package dev.tapedeck.session;

import dev.tapedeck.tape.ByteTarget;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import jdk.internal.access.SharedSecrets;

/**
 * Standard output and error of the process, for what a replay shows on them. The descriptors are copies:
 * the program may close its own before others have said what they had said by then.
 */
final class Screen {

  private final FileOutputStream out = new FileOutputStream(copy(FileDescriptor.out, 1));
  private final FileOutputStream err = new FileOutputStream(copy(FileDescriptor.err, 2));

  private static FileDescriptor copy(FileDescriptor original, int number) {
    try {
      Method dup =
          Class.forName("sun.nio.fs.UnixNativeDispatcher").getDeclaredMethod("dup", int.class);
      dup.setAccessible(true);
      FileDescriptor copy = new FileDescriptor();
      SharedSecrets.getJavaIOFileDescriptorAccess().set(copy, (int) dup.invoke(null, number));
      return copy;
    } catch (ReflectiveOperationException closedAlready) {
      return original;
    }
  }

  void show(Spoken spoken) {
    try {
      spoken.bytes().copyTo(new Start(stream(spoken.stream()), spoken.count()));
    } catch (IOException closed) {
      // nobody looks on any more, which is nothing to the program
    }
  }

  private FileOutputStream stream(String name) {
    return name.equals("stdout") ? out : err;
  }

  /** Passes on the first so many bytes of what it gets. */
  private static final class Start implements ByteTarget {

    private final FileOutputStream to;
    private long left;

    Start(FileOutputStream to, long count) {
      this.to = to;
      this.left = count;
    }

    @Override
    public void take(byte[] bytes, int length) throws IOException {
      int taken = (int) Math.max(0, Math.min(left, length));
      left -= taken;
      to.write(bytes, 0, taken);
    }
  }
}
