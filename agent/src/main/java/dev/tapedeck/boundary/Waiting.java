package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for time to pass, or for somebody until it has.
 *
 * <p>In replay no time passes: what was waited out returns at once, what was cut short by another
 * thread waits for that thread.
 */
final class Waiting {

  private static volatile boolean ordered;

  private Waiting() {}

  /** From now on, in recordings too, others see to it when a lane that has waited for another goes on. */
  static void leaveToOrder() {
    ordered = true;
  }

  static final List<Wrap> WRAPS = List.of(
      Wrap.of("java/lang/Thread", "join", "(J)V", new Join()),
      Wrap.since(19, "java/lang/Thread", "join", "(Ljava/time/Duration;)Z", new JoinForDuration()));

  /** {@code Thread.sleep} in all its forms: milliseconds and nanoseconds. */
  static final class Sleep extends Door {

    Sleep() {
      super(Kinds.SLEEP, Scope.LINE);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      long millis = crossing.number(0);
      question.putLong(TimeUnit.MILLISECONDS.toNanos(millis) + crossing.number(1));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {}

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return null;
    }
  }

  /** {@code Object.wait}, with or without a limit. */
  static final class Wait extends Timed {

    Wait() {
      super("wait");
    }

    @Override
    long nanos(Crossing crossing) {
      return TimeUnit.MILLISECONDS.toNanos(crossing.number(0)) + crossing.number(1);
    }

    @Override
    @SuppressWarnings({"WaitNotInLoop", "NullAway"}) // the loop, and the monitor, are the program's
    void again(Crossing crossing, boolean elapsed) throws InterruptedException {
      Object monitor = crossing.self;
      if (ordered) {
        return;
      }
      if (elapsed) {
        monitor.wait(0, 1); // gives the monitor away once, as it was given away
      } else {
        monitor.wait(crossing.number(0), (int) crossing.number(1));
      }
    }
  }

  /** {@code Thread.join} with a limit. */
  static final class Join extends Timed {

    Join() {
      super("join");
    }

    @Override
    long nanos(Crossing crossing) {
      return TimeUnit.MILLISECONDS.toNanos(crossing.number(0));
    }

    @Override
    boolean elapsed(Crossing crossing) {
      return crossing.self instanceof Thread thread && thread.isAlive();
    }

    @Override
    void again(Crossing crossing, boolean elapsed) throws InterruptedException {
      if (!elapsed && crossing.self instanceof Thread thread) {
        thread.join();
      }
    }
  }

  /** {@code Thread.join} with a limit that tells whether the thread has ended. */
  static final class JoinForDuration extends Door {

    JoinForDuration() {
      super(Kinds.WAIT, Scope.LINE);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString("join");
      question.putLong(
          crossing.argument(0) instanceof Duration limit ? TimeUnit.NANOSECONDS.convert(limit) : 0);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putBool(Boolean.FALSE.equals(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws InterruptedException {
      boolean elapsed = answer.boolAt(0);
      if (!elapsed && crossing.self instanceof Thread thread) {
        thread.join();
      }
      return !elapsed;
    }
  }

  /** {@code LockSupport.parkNanos}, or {@code park} with 0: the receiver is the blocker. */
  static final class ParkNanos extends Timed {

    ParkNanos() {
      super("park");
    }

    @Override
    long nanos(Crossing crossing) {
      return crossing.number(0);
    }

    @Override
    void again(Crossing crossing, boolean elapsed) {
      if (ordered) {
        return; // it may return for no reason; whoever parks looks whether he must go on
      }
      LockSupport.parkNanos(crossing.self, elapsed ? 1 : crossing.number(0));
    }
  }

  /** {@code LockSupport.parkUntil}: the receiver is the blocker, the argument a time of day. */
  static final class ParkUntil extends Timed {

    ParkUntil() {
      super("park until");
    }

    @Override
    long nanos(Crossing crossing) {
      return crossing.number(0);
    }

    @Override
    boolean elapsed(Crossing crossing) {
      return System.currentTimeMillis() >= crossing.number(0);
    }

    @Override
    void again(Crossing crossing, boolean elapsed) {
      if (!ordered) {
        LockSupport.parkNanos(crossing.self, elapsed ? 1 : TimeUnit.SECONDS.toNanos(1));
      }
    }
  }

  /** A wait with a limit, whose answer is whether it was waited out. */
  abstract static class Timed extends Door {

    private final String what;

    Timed(String what) {
      super(Kinds.WAIT, Scope.LINE);
      this.what = what;
    }

    /** The limit in nanoseconds; 0 where there is none. */
    abstract long nanos(Crossing crossing);

    abstract void again(Crossing crossing, boolean elapsed) throws InterruptedException;

    /** Whether the limit was reached, as far as a program could tell. */
    boolean elapsed(Crossing crossing) {
      long limit = nanos(crossing);
      return limit > 0 && System.nanoTime() - started(crossing) >= limit;
    }

    /**
     * Who waits without a limit is told nothing but that he may go on; how often, is chance. Where the
     * order of lanes is not kept he does so in a replay as well.
     */
    @Override
    public boolean applies(Crossing crossing) {
      crossing.kept = System.nanoTime();
      return ordered || nanos(crossing) != 0;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
      question.putLong(nanos(crossing));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putBool(elapsed(crossing));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws InterruptedException {
      again(crossing, answer.boolAt(0));
      return null;
    }

    private static long started(Crossing crossing) {
      return crossing.kept instanceof Long nanos ? nanos : System.nanoTime();
    }
  }
}
