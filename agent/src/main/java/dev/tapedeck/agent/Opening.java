package dev.tapedeck.agent;

import java.util.Map;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Brings the hooks into the bootstrap loader, and opens the JDK to them and to us. */
final class Opening {

  private static final String[] PACKAGES = {
    "jdk.internal.misc",
    "jdk.internal.access",
    "sun.nio.ch",
    "sun.nio.fs",
    "sun.net.www",
    "java.lang",
    "java.io",
    "java.util"
  };

  private static final String SESSION = "java.tapedeck.Session";
  private static final String HOOKS = "java.tapedeck.Hooks";

  private Opening() {}

  /**
   * Defines the classes in the bootstrap loader.
   *
   * <p>Appending to the bootstrap search path would print a warning and cost class data sharing.
   */
  static void hooks(Map<String, byte[]> classes) {
    open(Opening.class.getModule());
    Class<?> hooks = Opening.class;
    define(SESSION, classes.get(SESSION)); // first: another one extends it
    for (Map.Entry<String, byte[]> other : classes.entrySet()) {
      String name = other.getKey();
      Class<?> defined = name.equals(SESSION) ? hooks : define(name, other.getValue());
      hooks = name.equals(HOOKS) ? defined : hooks;
    }
    open(hooks.getModule());
  }

  private static Class<?> define(String name, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new NoClassDefFoundError(name);
    }
    return Unsafe.getUnsafe().defineClass(name, bytes, 0, bytes.length, null, null);
  }

  private static void open(Module to) {
    // Instrumentation.redefineModule would do it with lambdas.
    JavaLangAccess access = SharedSecrets.getJavaLangAccess();
    for (String name : PACKAGES) {
      access.addOpens(Object.class.getModule(), name, to);
    }
  }
}
