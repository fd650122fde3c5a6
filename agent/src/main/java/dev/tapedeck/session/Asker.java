package dev.tapedeck.session;

import dev.tapedeck.boundary.Door;
import dev.tapedeck.tape.Site;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the program's line that asks, by walking the stack. */
final class Asker implements Function<Stream<StackFrame>, Integer> {

  /** No line of the program is on the stack, or a class loader stands in between. */
  static final int NOBODY = -1;

  /** It is for us that the JDK asks. */
  static final int OURSELVES = -2;

  /** The same, where all of the stack has been looked at but for hidden frames. */
  private static final int NOT_SEEN = -3;

  /** What calls a door for objects of a library that we stand in for. */
  private static final String STAND_INS = "dev.tapedeck.boundary.Through";

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
  private static final @Nullable ClassLoader OURS = Asker.class.getClassLoader();

  private final StackWalker walker =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private @Nullable StackWalker all;
  private final SiteTables sites;

  Asker(SiteTables sites) {
    this.sites = sites;
  }

  /** The asking line: as passed, as noted, or as found on the stack; 0 where nobody must be found. */
  int line(ThreadLane thread, int site, Door.Scope scope) {
    if (site != 0) {
      return site;
    }
    if (thread.hint != 0 && scope != Door.Scope.PROGRAM) {
      return thread.hint;
    }
    int depth = thread.depth;
    thread.depth = depth + 1; // walking may load classes
    try {
      int found = line();
      if (found == OURSELVES) {
        return NOBODY;
      }
      return found == NOBODY && scope == Door.Scope.ALL ? 0 : found;
    } finally {
      thread.depth = depth;
    }
  }

  /** The number of the asking line, {@link #NOBODY} or {@link #OURSELVES}. */
  private int line() {
    int found = walker.walk(this);
    return found == NOT_SEEN ? hidden() : found;
  }

  /**
   * The line of a method reference, which the JDK may call on a thread where the program has no other
   * frame: the class behind it is the program's, and hidden.
   */
  private int hidden() {
    StackWalker walks = all;
    if (walks == null) {
      walks = StackWalker.getInstance(
          Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES));
      all = walks;
    }
    return walks.walk(new Hidden());
  }

  private final class Hidden implements Function<Stream<StackFrame>, Integer> {
    @Override
    public Integer apply(Stream<StackFrame> frames) {
      Iterator<StackFrame> iterator = frames.iterator();
      while (iterator.hasNext()) {
        StackFrame frame = iterator.next();
        Class<?> type = frame.getDeclaringClass();
        ClassLoader loader = type.getClassLoader();
        if (loader != null && loader != PLATFORM && loader != OURS && type.isHidden()) {
          Class<?> host = type.getNestHost();
          return sites.site(
              host.getName(),
              frame.getMethodName(),
              frame.getDescriptor(),
              frame.getLineNumber(),
              SiteTables.FOUND_BY_WALKING);
        }
        if (runsTask(type.getName(), frame.getMethodName())) {
          return NOBODY; // as in the first walk
        }
      }
      return NOBODY;
    }
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
      if (runsTask(type.getName(), frame.getMethodName())) {
        return NOT_SEEN; // below is whoever has no better to do than to run it
      }
    }
    return NOT_SEEN;
  }

  private int site(StackFrame frame) {
    return sites.site(
        frame.getClassName(),
        frame.getMethodName(),
        frame.getDescriptor(),
        frame.getLineNumber(),
        SiteTables.FOUND_BY_WALKING);
  }

  private static boolean runsTask(String type, String method) {
    return method.equals("doExec") && type.equals("java.util.concurrent.ForkJoinTask")
        || method.equals("run") && type.equals("java.util.concurrent.FutureTask");
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
