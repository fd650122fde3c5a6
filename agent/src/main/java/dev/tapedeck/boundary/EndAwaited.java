package dev.tapedeck.boundary;

import java.lang.reflect.Method;
import java.tapedeck.Hooks;
import java.tapedeck.Notice;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code onExit} of a process or its handle: a future of ours in a recording and in its replay, which
 * is completed from the same lane in both.
 */
public final class EndAwaited extends Shut {

  private static final String HANDLE = "java.lang.ProcessHandleImpl";

  private EndAwaited(@Nullable Object future) {
    super(future);
  }

  /** A process for whose end somebody waits, and who is to be told of it. */
  public record Awaited(long pid, Object process, CompletableFuture<Object> end) {

    /** Whether the process's own object knows of the end: who is told must find it there. */
    public boolean isKnown() {
      return !(process instanceof Process) || Offsets.truth(process, "hasExited");
    }

    /** What the JDK tells of the end. */
    public CompletableFuture<?> real() {
      try {
        Method method =
            Offsets.type(HANDLE).getDeclaredMethod("completion", long.class, boolean.class);
        method.setAccessible(true);
        return (CompletableFuture<?>) method.invoke(null, pid, false);
      } catch (ReflectiveOperationException otherJdk) {
        throw new IllegalStateException("this JDK has no completion of processes", otherJdk);
      }
    }
  }

  static Wrap wrap(String owner) {
    return Wrap.of(
        owner, "onExit", "()Ljava/util/concurrent/CompletableFuture;", new EndAwaited(null));
  }

  @Override
  public @Nullable Door at(Crossing crossing) {
    Object self = crossing.self;
    if (self == null || self.equals(Offsets.constant(HANDLE, "current"))) {
      return null; // not allowed
    }
    long pid = self instanceof Process process ? process.pid() : ((ProcessHandle) self).pid();
    Awaited awaited = new Awaited(pid, self, new CompletableFuture<>());
    CompletableFuture<Object> future = awaited.end.handleAsync(new Same(self));
    Hooks.session.notice(Notice.END_AWAITED, awaited, null);
    return new EndAwaited(future);
  }

  private record Same(Object process) implements BiFunction<Object, Throwable, Object> {
    @Override
    public Object apply(Object end, Throwable failure) {
      return process;
    }
  }
}
