package dev.tapedeck.weave;

import java.tapedeck.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when a class is being looked for or defined, from the methods of the JDK through which all but
 * the JVM's own class loader go.
 *
 * <p>In which order HotSpot looks for what a class names hangs on addresses, and how many hidden
 * classes there are on the garbage collector, which empties the JDK's caches of method types and lambda forms.
 * So the identity hash codes that are asked for meanwhile must not be the program's.
 */
final class ClassDefinitions {

  private static final int DEEPER = 4;

  static final String[] OWNERS = {
    "java/lang/ClassLoader",
    "java/lang/invoke/MethodHandles$Lookup$ClassDefiner",
    "java/lang/reflect/Proxy$ProxyBuilder",
    "jdk/internal/reflect/ClassDefiner",
  };

  static final List<String> METHODS = List.of("defineProxyClass", "loadClass", "defineClass");

  private ClassDefinitions() {}

  static boolean isIn(String owner) {
    for (String known : OWNERS) {
      if (known.equals(owner)) {
        return true;
      }
    }
    return false;
  }

  /** Whether such a class looks for others, or defines them, with this method. */
  static boolean is(String name, String descriptor) {
    return name.equals("defineProxyClass")
        || name.equals("loadClass") && descriptor.equals("(Ljava/lang/String;)Ljava/lang/Class;")
        || name.equals("defineClass")
            && (descriptor.endsWith("Ljava/security/ProtectionDomain;)Ljava/lang/Class;")
                || descriptor.equals("(ZLjava/lang/Object;)Ljava/lang/Class;")
                || descriptor.endsWith("Ljava/lang/ClassLoader;)Ljava/lang/Class;"));
  }

  /**
   * Whether a class loader of the program looks for classes with this method. Which of several lanes
   * is the first to need a class is chance: what is done to find it has no place in their order.
   */
  static boolean isSearch(String name, String descriptor) {
    return name.equals("loadClass")
        && (descriptor.equals("(Ljava/lang/String;)Ljava/lang/Class;")
            || descriptor.equals("(Ljava/lang/String;Z)Ljava/lang/Class;"));
  }

  static List<Insertion> weave(Code code, ConstantPool pool) {
    notice(new Snippet(pool, code.prefix).op(Instructions.ACONST_NULL), Notice.DEFINING);
    code.guardedFrom = code.prefix.length();
    code.handler = notice(new Snippet(pool).op(Instructions.ACONST_NULL), Notice.DEFINED)
        .op(Instructions.ATHROW)
        .code();
    code.deeper = DEEPER;
    Bytes defined =
        notice(new Snippet(pool).op(Instructions.DUP), Notice.DEFINED).code();
    List<Insertion> insertions = new ArrayList<>();
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      if (code.returns(pc)) {
        insertions.add(new Insertion(pc, defined, false, null));
      }
    }
    return insertions;
  }

  /** The subject is on the stack. */
  private static Snippet notice(Snippet snippet, int notice) {
    return snippet
        .push(notice)
        .op(Instructions.SWAP)
        .op(Instructions.ACONST_NULL)
        .hook("notice", "(ILjava/lang/Object;Ljava/lang/Object;)V");
  }
}
