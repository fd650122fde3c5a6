package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.FileChannel;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file in memory: its bytes at the moment when it is mapped.
 *
 * <p>In replay, a file of no name that holds these bytes is mapped instead, or the file that is kept: what the
 * program writes to the memory is in it, and in what else it maps of the same open file.
 */
final class FileMapping extends OnOpenFile {

  private static final String CHANNEL = "sun.nio.ch.FileChannelImpl";
  private static final long PAGE = 4096;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  FileMapping() {
    super(Kinds.FILE_READ, DESCRIPTOR_IS_ARGUMENT);
  }

  @Override
  @Nullable
  Object descriptor(Crossing crossing) {
    return ofChannel(crossing.self);
  }

  /** The descriptor of a file channel; null for anything else. */
  static @Nullable Object ofChannel(@Nullable Object channel) {
    if (channel == null || !channel.getClass().getName().equals(CHANNEL)) {
      return null;
    }
    return UNSAFE.getReference(channel, UNSAFE.objectFieldOffset(channel.getClass(), "fd"));
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(file(crossing).path);
    question.putString("map " + crossing.argument(0));
    question.putLong(crossing.number(1));
    question.putLong(crossing.number(2));
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
      throws IOException {
    long length = result == null ? 0 : crossing.number(2);
    answer.putLong(length);
    if (result == null) {
      answer.putBytes(null, 0, 0);
    } else {
      answer.putBytes(Memory.at(address(result), length), length);
    }
  }

  private static long address(Object unmapper) {
    Class<?> type = unmapper.getClass().getSuperclass();
    return UNSAFE.getLong(unmapper, UNSAFE.objectFieldOffset(type, "address"))
        + UNSAFE.getInt(unmapper, UNSAFE.objectFieldOffset(type, "pagePosition"));
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
    if (answer.lengthAt(1) < 0) {
      return null;
    }
    KeptFile kept = file(crossing).kept;
    long position = crossing.number(1);
    if (kept != null && (isShared(crossing) || kept.isMapped())) {
      return map(kept.mapped(position, answer, 1), crossing, position);
    }
    RandomAccessFile memory = file(crossing).memory(isShared(crossing));
    if (memory != null) {
      return map(filled(memory, position, answer), crossing, position);
    }
    try (RandomAccessFile file = StandIn.unnamed()) {
      return map(filled(file, position % PAGE, answer), crossing, position % PAGE);
    }
  }

  private static FileChannel filled(RandomAccessFile file, long position, Told answer)
      throws IOException {
    synchronized (file) {
      file.seek(position);
      answer.copy(1, new KeptFile.Into(file));
      return file.getChannel();
    }
  }

  /** Whether what the program writes to the memory is written to the file. */
  private static boolean isShared(Crossing crossing) {
    return crossing.argument(0).toString().startsWith("READ_WRITE");
  }

  private static Object map(FileChannel channel, Crossing crossing, long position) {
    try {
      Method map = channel
          .getClass()
          .getDeclaredMethod(
              "mapInternal",
              FileChannel.MapMode.class,
              long.class,
              long.class,
              int.class,
              boolean.class);
      map.setAccessible(true);
      return map.invoke(
          channel,
          crossing.argument(0),
          position,
          crossing.argument(2),
          crossing.argument(3),
          false);
    } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException trouble) {
      throw new IllegalStateException("cannot map what was recorded", trouble);
    }
  }
}
