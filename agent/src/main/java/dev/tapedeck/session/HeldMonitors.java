package dev.tapedeck.session;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks at the monitors that the current thread's frames hold, as the JVM shows them to {@code java.lang.LiveStackFrame}. */
final class HeldMonitors implements Function<Stream<StackFrame>, Integer> {

  private final Object monitor;
  private final Method monitors;

  private HeldMonitors(Object monitor, Method monitors) {
    this.monitor = monitor;
    this.monitors = monitors;
  }

  /** How many frames hold the monitor, or how many times one does. */
  static int count(Object monitor) {
    try {
      Class<?> live = Class.forName("java.lang.LiveStackFrame");
      Method walker = live.getDeclaredMethod("getStackWalker");
      walker.setAccessible(true);
      Method monitors = live.getDeclaredMethod("getMonitors");
      monitors.setAccessible(true);
      return ((StackWalker) walker.invoke(null)).walk(new HeldMonitors(monitor, monitors));
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException(
          "this JDK does not show who holds a monitor: " + other, other);
    }
  }

  @Override
  public Integer apply(Stream<StackFrame> frames) {
    int count = 0;
    Iterator<StackFrame> iterator = frames.iterator();
    while (iterator.hasNext()) {
      Object[] held = held(iterator.next());
      for (Object one : held) {
        count += one == monitor ? 1 : 0;
      }
    }
    return count;
  }

  private Object[] held(StackFrame frame) {
    try {
      return (Object[]) monitors.invoke(frame);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
