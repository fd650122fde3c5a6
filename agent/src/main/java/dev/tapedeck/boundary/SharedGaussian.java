package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * {@code ThreadLocalRandom.nextGaussian}, the one draw that all threads share.
 *
 * <p>They are drawn in pairs, and the JDK keeps the second of a pair in the one instance, for whichever
 * thread comes next. So the tape holds the draw, and the seed that it left to its thread.
 */
final class SharedGaussian extends Door {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long SEED = UNSAFE.objectFieldOffset(Thread.class, "threadLocalRandomSeed");

  private SharedGaussian() {
    super(Kinds.RANDOM_BYTES, Scope.LINE);
  }

  static final List<Wrap> WRAPS =
      List.of(Wrap.of("java/util/Random", "nextGaussian", "()D", new SharedGaussian()));

  @Override
  public boolean applies(Crossing crossing) {
    return crossing.self instanceof ThreadLocalRandom;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString("ThreadLocalRandom.nextGaussian");
    question.putLong(2 * Long.BYTES);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putDouble(result instanceof Double drawn ? drawn : 0);
    bytes.putLong(UNSAFE.getLong(Thread.currentThread(), SEED));
    answer.putBytes(bytes.array(), 0, bytes.capacity());
  }

  @Override
  public Object retell(Crossing crossing, Told answer) {
    byte[] told = answer.bytesAt(0);
    if (told == null) {
      throw new IllegalStateException("the draw is absent");
    }
    ByteBuffer bytes = ByteBuffer.wrap(told);
    double drawn = bytes.getDouble();
    UNSAFE.putLong(Thread.currentThread(), SEED, bytes.getLong());
    return drawn;
  }
}
