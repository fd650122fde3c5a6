package dev.tapedeck.weave;

import java.tapedeck.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when a class is being defined, from the methods of the JDK through which all but the JVM's own
 * class loader go.
 *
 * <p>HotSpot draws an identity hash code for a class when it links it, from the thread that happens to
 * be first. How many hidden classes there are hangs on the garbage collector (method types and
 * lambda forms are cached weakly), so their definition must not move the codes of the program's objects.
 * Neither must the order in which HotSpot loads what a class names, which hangs on addresses: a jar that a class
 * is read from draws codes for its streams.
 */
final class ClassDefinitions {

  private static final int DEEPER = 4;

  static final String[] OWNERS = {
    "java/lang/ClassLoader",
    "java/lang/invoke/MethodHandles$Lookup$ClassDefiner",
    "java/lang/reflect/Proxy$ProxyBuilder",
    "jdk/internal/reflect/ClassDefiner",
    "jdk/internal/loader/BuiltinClassLoader",
  };

  private ClassDefinitions() {}

  static boolean isIn(String owner) {
    for (String known : OWNERS) {
      if (known.equals(owner)) {
        return true;
      }
    }
    return false;
  }

  /** Whether such a class has the method to define others with. */
  static boolean is(String name, String descriptor) {
    return name.equals("defineProxyClass")
        || name.equals("findClassOnClassPathOrNull")
        || name.equals("findClassInModuleOrNull")
        || name.equals("defineClass")
            && (descriptor.endsWith("Ljava/security/ProtectionDomain;)Ljava/lang/Class;")
                || descriptor.equals("(ZLjava/lang/Object;)Ljava/lang/Class;")
                || descriptor.endsWith("Ljava/lang/ClassLoader;)Ljava/lang/Class;"));
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
