package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seeds and random bytes. What is computed from a seed needs no event. */
final class Randomness {

  private static final String SECURE = "java/security/SecureRandom";

  private Randomness() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(
          "jdk/internal/util/random/RandomSupport", "initialSeed", "()J", new Seed("initial seed")),
      Wrap.of("java/lang/Math", "random", "()D", new SharedDraw("Math.random")),
      Wrap.of("java/lang/StrictMath", "random", "()D", new SharedDraw("StrictMath.random")),
      Wrap.of(SECURE, "nextBytes", "([B)V", new Fill()),
      Wrap.of(SECURE, "nextBytes", "([BLjava/security/SecureRandomParameters;)V", new Fill()),
      Wrap.of(SECURE, "setSeed", "([B)V", new Reseed("SecureRandom.setSeed")),
      Wrap.of(SECURE, "reseed", "()V", new Reseed("SecureRandom.reseed")),
      Wrap.of(
          SECURE,
          "reseed",
          "(Ljava/security/SecureRandomParameters;)V",
          new Reseed("SecureRandom.reseed")),
      Wrap.of(SECURE, "generateSeed", "(I)[B", new Generate("SecureRandom.generateSeed")),
      Wrap.of(SECURE, "getSeed", "(I)[B", new Generate("SecureRandom.getSeed")));

  /** A seed drawn by a generator that was not given one. */
  static final class Seed extends Door {

    private final String what;

    Seed(String what) {
      super(Kinds.RANDOM_LONG, Scope.LINE);
      this.what = what;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(result instanceof Long seed ? seed : 0);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      return answer.longAt(0);
    }
  }

  /** A number from a generator that all threads share: who draws which number is chance. */
  private static final class SharedDraw extends Door {

    private final String what;

    SharedDraw(String what) {
      super(Kinds.RANDOM_LONG, Scope.LINE);
      this.what = what;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Double.doubleToRawLongBits(result instanceof Double drawn ? drawn : 0));
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      return Double.longBitsToDouble(answer.longAt(0));
    }
  }

  /** Random bytes into an array of the program's. */
  private static final class Fill extends Door {

    Fill() {
      super(Kinds.RANDOM_BYTES, Scope.LINE);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString("SecureRandom.nextBytes");
      byte[] bytes = bytes(crossing);
      question.putLong(bytes == null ? -1 : bytes.length);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      byte[] bytes = bytes(crossing);
      answer.putBytes(bytes, 0, bytes == null ? 0 : bytes.length);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      byte[] told = answer.bytesAt(0);
      byte[] bytes = bytes(crossing);
      if (told != null && bytes != null) {
        System.arraycopy(told, 0, bytes, 0, told.length);
      }
      return null;
    }

    private static byte @Nullable [] bytes(Crossing crossing) {
      return (byte[]) crossing.argument(0);
    }
  }

  /** Random bytes in an array of the door's. */
  private static final class Generate extends Door {

    private final String what;

    Generate(String what) {
      super(Kinds.RANDOM_BYTES, Scope.LINE);
      this.what = what;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
      question.putLong(crossing.number(0));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      byte[] bytes = (byte[]) result;
      answer.putBytes(bytes, 0, bytes == null ? 0 : bytes.length);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return answer.bytesAt(0);
    }
  }

  /** New seeds for a generator, which may come from the system or go to it; nothing comes back. */
  private static final class Reseed extends Door {

    private final String what;

    Reseed(String what) {
      super(Kinds.RANDOM_BYTES, Scope.LINE);
      this.what = what;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
      boolean isGiven = crossing.count() == 1 && crossing.argument(0) instanceof byte[];
      question.putLong(isGiven ? ((byte[]) crossing.argument(0)).length : 0);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putBytes(null, 0, 0);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return null;
    }
  }
}
