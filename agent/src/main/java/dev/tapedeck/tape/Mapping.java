package dev.tapedeck.tape;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Method;
import java.nio.Buffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import sun.nio.ch.FileChannelImpl;

/**
 * Maps files into memory, for as long as the process lives.
 *
 * <p>The first {@code FileChannel.map} of a process costs 16 ms on JDK 25 and 3 on 17 (method handles, in classes that
 * nothing else at start-up needs). So the method behind it is called directly: on newer JDKs by a class of a few
 * instructions, defined into that method's package; on 17, where it is one of a channel, by reflection, on a channel
 * that is nothing but the descriptor. Where neither is possible, {@code map} it is.
 */
final class Mapping {

  private static final String DIRECT = "sun/nio/ch/TapedeckMapping";
  private static final String DISPATCHER = "sun/nio/ch/UnixFileDispatcherImpl";

  private static final int READ_WRITE = 1;

  private static @Nullable ToLongBiFunction<FileDescriptor, Long> direct;
  private static boolean tried;
  private static @Nullable Method privately;
  private static boolean triedPrivately;

  /** The buffers of channels, which would unmap the memory when collected. */
  private static @Nullable MappedByteBuffer[] kept = new MappedByteBuffer[8];

  private static int keptCount;

  private Mapping() {}

  /** Returns the address of the file's first byte, to be read and written. */
  static synchronized long map(RandomAccessFile file, long length) throws IOException {
    ToLongBiFunction<FileDescriptor, Long> mapping = direct();
    if (mapping != null) {
      try {
        return mapping.applyAsLong(file.getFD(), length);
      } catch (LinkageError otherJdk) {
        direct = null;
      } catch (OutOfMemoryError noAddresses) {
        throw new IOException("Map failed", noAddresses);
      }
    }
    if (privately == null && !triedPrivately) {
      triedPrivately = true;
      privately = privately();
    }
    if (privately != null) {
      return privately(privately, file, length);
    }
    FileChannel channel = file.getChannel();
    if (channel instanceof FileChannelImpl local) {
      local.setUninterruptible(); // an interrupt of the program's thread must not close it
    }
    MappedByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, length);
    if (keptCount == kept.length) {
      kept = Arrays.copyOf(kept, 2 * keptCount);
    }
    kept[keptCount++] = buffer;
    return Raw.U.getLong(buffer, Raw.U.objectFieldOffset(Buffer.class, "address"));
  }

  /** The channel's own method on 17. */
  private static @Nullable Method privately() {
    try {
      Method map0 = FileChannelImpl.class.getDeclaredMethod(
          "map0", int.class, long.class, long.class, boolean.class);
      map0.setAccessible(true);
      return map0;
    } catch (NoSuchMethodException | RuntimeException otherJdk) {
      return null;
    }
  }

  private static long privately(Method map0, RandomAccessFile file, long length)
      throws IOException {
    try {
      Object channel = Raw.U.allocateInstance(FileChannelImpl.class);
      Raw.U.putReference(
          channel, Raw.U.objectFieldOffset(FileChannelImpl.class, "fd"), file.getFD());
      return (long) map0.invoke(channel, READ_WRITE, 0L, length, false);
    } catch (ReflectiveOperationException failed) {
      throw new IOException("Map failed", failed);
    }
  }

  @SuppressWarnings("unchecked")
  private static @Nullable ToLongBiFunction<FileDescriptor, Long> direct() {
    if (!tried) {
      tried = true;
      try {
        Class.forName(DISPATCHER.replace('/', '.'), false, null);
        byte[] code = classFile();
        Class<?> type = Raw.U.defineClass(DIRECT, code, 0, code.length, null, null);
        direct = (ToLongBiFunction<FileDescriptor, Long>) Raw.U.allocateInstance(type);
      } catch (ClassNotFoundException | InstantiationException | LinkageError none) {
        direct = null;
      }
    }
    return direct;
  }

  /**
   * The class file of
   *
   * <pre>
   * public class TapedeckMapping implements ToLongBiFunction {
   *   public long applyAsLong(Object file, Object length) {
   *     return UnixFileDispatcherImpl.map0((FileDescriptor) file, 1, 0L, ((Long) length).longValue(), false);
   *   }
   * }</pre>
   */
  private static byte[] classFile() {
    // Not a DataOutputStream: on 25 it brings in VarHandles.
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    shorts(out, 0xcafe, 0xbabe, 0, 52); // as Java 8
    shorts(out, 24); // the constants, from 1 to 23
    type(out, 2, DIRECT);
    type(out, 4, "java/lang/Object");
    type(out, 6, "java/util/function/ToLongBiFunction");
    type(out, 8, "java/io/FileDescriptor");
    type(out, 10, "java/lang/Long");
    type(out, 12, DISPATCHER);
    method(out, 9, 14, "longValue", "()J");
    method(out, 11, 18, "map0", "(Ljava/io/FileDescriptor;IJJZ)J");
    text(out, "applyAsLong"); // 21
    text(out, "(Ljava/lang/Object;Ljava/lang/Object;)J");
    text(out, "Code");
    shorts(out, 0x1031, 1, 3, 1, 5, 0); // flags, this, super, one interface, no fields
    shorts(out, 1, 1, 21, 22, 1, 23); // one public method with one attribute, its code
    byte[] code = {
      0x2b, // aload_1
      (byte) 0xc0,
      0,
      7, // checkcast FileDescriptor
      0x04, // iconst_1, to read and write
      0x09, // lconst_0
      0x2c, // aload_2
      (byte) 0xc0,
      0,
      9, // checkcast Long
      (byte) 0xb6,
      0,
      13, // invokevirtual longValue
      0x03, // iconst_0
      (byte) 0xb8,
      0,
      17, // invokestatic map0
      (byte) 0xad // lreturn
    };
    shorts(out, 0, 12 + code.length, 7, 3, 0, code.length); // length, stack, locals, length
    out.write(code, 0, code.length);
    shorts(out, 0, 0, 0); // no catches, no attributes of the code, none of the class
    return out.toByteArray();
  }

  private static void type(ByteArrayOutputStream out, int nameIndex, String name) {
    out.write(7);
    shorts(out, nameIndex);
    text(out, name);
  }

  private static void method(
      ByteArrayOutputStream out, int type, int nameAndType, String name, String descriptor) {
    out.write(10);
    shorts(out, type, nameAndType);
    out.write(12);
    shorts(out, nameAndType + 1, nameAndType + 2);
    text(out, name);
    text(out, descriptor);
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.write(1);
    shorts(out, text.length());
    for (int i = 0; i < text.length(); i++) {
      out.write(text.charAt(i));
    }
  }

  private static void shorts(ByteArrayOutputStream out, int... values) {
    for (int value : values) {
      out.write(value >> 8);
      out.write(value);
    }
  }
}
