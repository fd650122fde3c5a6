package dev.tapedeck.boundary;

import java.io.FileDescriptor;
import java.io.RandomAccessFile;
import jdk.internal.access.JavaIOFileDescriptorAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is known of an open file by its descriptor.
 *
 * <p>The number of the entry stands in {@code FileDescriptor.handle}, which only Windows uses. Entries
 * of descriptors that are gone are used again.
 */
final class OpenFiles {

  static final JavaIOFileDescriptorAccess ACCESS = SharedSecrets.getJavaIOFileDescriptorAccess();
  private static final long MARK = 0x7A9ED_EC0L << 32;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long HANDLE = UNSAFE.objectFieldOffset(FileDescriptor.class, "handle");
  private static final Object LOCK = new Object();
  private static volatile OpenFile[] files = new OpenFile[64];
  private static int next;

  private OpenFiles() {}

  /** From now on what is done with the descriptor is on the tape. */
  static OpenFile add(
      FileDescriptor descriptor, String path, int site, @Nullable RandomAccessFile standIn) {
    synchronized (LOCK) {
      int number = free();
      OpenFile file = new OpenFile(descriptor, path, site, standIn);
      files[number] = file;
      ACCESS.setHandle(descriptor, MARK | number);
      return file;
    }
  }

  /** The entry of the descriptor; null where the tape has nothing to do with it. */
  static @Nullable OpenFile find(@Nullable Object descriptor) {
    if (!(descriptor instanceof FileDescriptor known)) {
      return null;
    }
    long handle = ACCESS.getHandle(known);
    return (handle >>> 32) == (MARK >>> 32) ? files[(int) handle] : null;
  }

  /** The descriptor is about to be closed. */
  static void remove(FileDescriptor descriptor) {
    long handle = ACCESS.getHandle(descriptor);
    if ((handle >>> 32) == (MARK >>> 32)) {
      synchronized (LOCK) {
        files[(int) handle].close();
        // Not by setHandle: that would cancel the cleanup too.
        UNSAFE.putLong(descriptor, HANDLE, -1);
      }
    }
  }

  private static int free() {
    while (next < files.length) {
      OpenFile file = files[next++];
      if (file == null || file.refersTo(null)) {
        return next - 1;
      }
    }
    int living = 0;
    for (OpenFile file : files) {
      living += file.refersTo(null) ? 0 : 1;
    }
    if (living > files.length / 2) {
      OpenFile[] more = new OpenFile[files.length * 2];
      System.arraycopy(files, 0, more, 0, files.length);
      next = files.length;
      files = more;
      return next++;
    }
    next = 0;
    return free();
  }
}
