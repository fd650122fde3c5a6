package dev.tapedeck.session;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * The iteration order of {@code Set.of} and {@code Map.of}: two static finals of
 * {@code java.util.ImmutableCollections}, drawn from the time when the JVM starts.
 *
 * @param salt {@code SALT32L}
 * @param reverse {@code REVERSE}
 */
public record SetOrder(long salt, boolean reverse) {

  private static final String OWNER = "java.util.ImmutableCollections";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** The order of this JVM. */
  public static SetOrder current() throws ReflectiveOperationException {
    Class<?> owner = Class.forName(OWNER);
    Object base = UNSAFE.staticFieldBase(owner.getDeclaredField("SALT32L"));
    return new SetOrder(
        UNSAFE.getLong(base, UNSAFE.staticFieldOffset(owner.getDeclaredField("SALT32L"))),
        UNSAFE.getBoolean(base, UNSAFE.staticFieldOffset(owner.getDeclaredField("REVERSE"))));
  }

  /**
   * Makes it the order of this JVM.
   *
   * <p>Methods that were compiled while the JVM started have the old constants inside; redefining
   * their classes discards that code.
   */
  public void install(Instrumentation instrumentation)
      throws ReflectiveOperationException, UnmodifiableClassException {
    Class<?> owner = Class.forName(OWNER);
    Object base = UNSAFE.staticFieldBase(owner.getDeclaredField("SALT32L"));
    UNSAFE.putLong(base, UNSAFE.staticFieldOffset(owner.getDeclaredField("SALT32L")), salt);
    UNSAFE.putBoolean(base, UNSAFE.staticFieldOffset(owner.getDeclaredField("REVERSE")), reverse);
    List<Class<?>> compiled = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getName().startsWith(OWNER) && instrumentation.isModifiableClass(type)) {
        compiled.add(type);
      }
    }
    instrumentation.retransformClasses(compiled.toArray(new Class<?>[0]));
  }
}
