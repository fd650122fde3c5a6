package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.tapedeck.Interrupts;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody was waiting for what is offered to a {@code SynchronousQueue}: a cached pool makes a
 * thread where no worker is idle.
 *
 * <p>In replay whoever waited then is waited for.
 */
final class Handovers extends Door {

  static final List<Wrap> WRAPS = List.of(Wrap.of(
      "java/util/concurrent/SynchronousQueue", "offer", "(Ljava/lang/Object;)Z", new Handovers()));

  private static final long PATIENCE_SECONDS = 30;

  private Handovers() {
    super(Kinds.HOST_LONG, Scope.LINE);
  }

  @Override
  public boolean isOfThisProcess() {
    return true;
  }

  @Override
  public boolean handsOver() {
    return true;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString("handover");
    question.putString(null);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putLong(Results.number(result));
  }

  @Override
  public Object retell(Crossing crossing, Told answer) {
    boolean taken = answer.longAt(0) != 0;
    if (taken && crossing.self instanceof SynchronousQueue<?> queue) {
      put(queue, crossing.argument(0));
    }
    return taken;
  }

  @SuppressWarnings("unchecked")
  private static void put(SynchronousQueue<?> queue, Object offered) {
    boolean interrupted = Thread.interrupted(); // an offer does not wait, and so is not interrupted
    boolean taken = false;
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!taken && System.nanoTime() < until) {
      try {
        taken = ((SynchronousQueue<Object>) queue).offer(offered, 1, TimeUnit.SECONDS);
      } catch (InterruptedException whileWaiting) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Interrupts.restore();
    }
    if (!taken) {
      throw new IllegalStateException("nobody takes what was handed over then");
    }
  }
}
