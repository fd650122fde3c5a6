package dev.tapedeck.session;

import dev.tapedeck.tape.Site;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the program's line that asks, by walking the stack. */
final class Asker implements Function<Stream<StackFrame>, Integer> {

  /** No line of the program is on the stack, or a class loader stands in between. */
  static final int NOBODY = -1;

  /** It is for us that the JDK asks. */
  static final int OURSELVES = -2;

  /** What calls a door for objects of a library that we stand in for. */
  private static final String STAND_INS = "dev.tapedeck.boundary.Through";

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
  private static final @Nullable ClassLoader OURS = Asker.class.getClassLoader();

  private final StackWalker walker =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private final SiteTables sites;

  Asker(SiteTables sites) {
    this.sites = sites;
  }

  /** The number of the asking line, {@link #NOBODY} or {@link #OURSELVES}. */
  int line() {
    return walker.walk(this);
  }

  /** The class that a site is in. */
  String className(int site) {
    Site known = sites.at(site);
    return known == null ? "?" : known.className();
  }

  @Override
  public Integer apply(Stream<StackFrame> frames) {
    Iterator<StackFrame> iterator = frames.iterator();
    boolean isDoor = false;
    boolean isStandIn = false;
    while (iterator.hasNext()) {
      StackFrame frame = iterator.next();
      Class<?> type = frame.getDeclaringClass();
      ClassLoader loader = type.getClassLoader();
      if (loader == OURS) {
        isStandIn = isStandIn || type.getName().equals(STAND_INS);
        if (isDoor && !isStandIn && type != Rescues.Rescuer.class) {
          return OURSELVES;
        }
        continue;
      }
      if (isStandIn && Proxy.isProxyClass(type)) {
        continue; // the library's interface, with which it calls us
      }
      isDoor = true;
      if (loader != null && loader != PLATFORM) {
        return site(frame);
      }
      if (loadsClasses(type.getName())) {
        return NOBODY;
      }
    }
    return NOBODY;
  }

  private int site(StackFrame frame) {
    return sites.site(
        frame.getClassName(),
        frame.getMethodName(),
        frame.getDescriptor(),
        frame.getLineNumber(),
        SiteTables.FOUND_BY_WALKING);
  }

  /** Whether the class works for class loaders or seeds, whose files are no business of the program. */
  private static boolean loadsClasses(String name) {
    return name.startsWith("jdk.internal.loader.")
        || name.equals("java.lang.ClassLoader")
        || name.equals("java.net.URLClassLoader")
        || name.equals("java.lang.invoke.MethodHandleNatives")
        || name.equals("java.util.ServiceLoader")
        || name.startsWith("java.util.ResourceBundle")
        || name.startsWith("sun.launcher.")
        || name.startsWith("sun.security.provider.NativePRNG")
        || name.equals("sun.security.provider.SeedGenerator");
  }
}
