package dev.tapedeck.weave;

import java.util.HashSet;
import java.util.Set;

/**
 * Leads the JDK's questions for identity hash codes to a body of our own: {@code Object.hashCode} gets
 * one ({@link ObjectClass}); {@code System.identityHashCode} stays what it is, the one way to the JVM,
 * and the JDK's calls of it are replaced. Not those in the trees of hash maps, which
 * break ties with it: whether there is a tree hangs on what else the JDK has put into its own tables.
 * Nor those of classes that are there when the JVM starts and ask for what has its code already, or
 * only to show it: weaving them takes more of each start than they are worth.
 */
final class IdentityHashes {

  static final String HASHES = "java/tapedeck/Hashes";
  static final String NAME = "identityHashCode";
  static final String DESCRIPTOR = "(Ljava/lang/Object;)I";

  /** From this one on the JVM does not take the method for an intrinsic any more when it has a body. */
  private static final int INTRINSIC_ONLY_IF_NATIVE = 21;

  private final Set<String> owners = new HashSet<>();

  /**
   * Prepares the classes of this JDK.
   *
   * @param isPossible what {@link #isPossible} has said
   */
  IdentityHashes(boolean isPossible) {
    if (!isPossible) {
      return;
    }
    String[] asking = {
      "java/io/ObjectOutputStream$HandleTable",
      "java/lang/ClassLoader",
      "java/lang/Thread$WeakClassKey",
      "java/lang/invoke/MethodHandleProxies",
      "java/lang/management/LockInfo",
      "java/lang/management/ThreadInfo",
      "java/util/IdentityHashMap",
      "java/util/logging/LogManager$CloseOnReset",
      "javax/crypto/JceSecurity$WeakIdentityWrapper",
      "javax/management/BadAttributeValueExpException",
      "com/sun/jmx/interceptor/DefaultMBeanServerInterceptor$ListenerWrapper",
      "com/sun/jmx/mbeanserver/WeakIdentityHashMap$IdentityWeakReference",
      "jdk/internal/foreign/GlobalSession$HeapSession",
      "jdk/internal/foreign/abi/NativeEntryPoint$CacheKey",
      "jdk/internal/lang/stable/StableEnumFunction",
      "jdk/internal/lang/stable/StableFunction",
      "jdk/internal/lang/stable/StableIntFunction",
      "jdk/internal/lang/stable/StableSupplier",
      "sun/net/www/protocol/http/AuthenticatorKeys",
      "sun/reflect/annotation/AnnotationInvocationHandler",
      "sun/rmi/transport/WeakRef",
    };
    for (String owner : asking) {
      owners.add(owner);
    }
    if (Runtime.version().feature() >= INTRINSIC_ONLY_IF_NATIVE) {
      owners.add("java/lang/Enum");
      owners.add("java/util/Objects");
    }
    owners.add(ObjectClass.NAME);
  }

  /**
   * Whether {@code Object.hashCode} can be given a body here that all code then uses, and nobody takes
   * offence at. Compilers that are written in Java put their own in its place.
   */
  static boolean isPossible() {
    boolean ownCompilers = !System.getProperty("java.vm.version", "").contains("jvmci");
    return ownCompilers
        && (Runtime.version().feature() >= INTRINSIC_ONLY_IF_NATIVE || IntrinsicCheck.off());
  }

  Set<String> owners() {
    return owners;
  }

  /** Whether the class file names the question, or is that of its answer. */
  boolean asks(String owner) {
    return owners.contains(owner);
  }

  /** Makes all calls of the class go to our body. */
  static void redirect(ConstantPool pool) {
    for (int i = 1; i < pool.count(); i++) {
      if (pool.tag(i) == ConstantPool.METHOD
          && pool.isNamed(i, NAME)
          && pool.descriptor(i).equals(DESCRIPTOR)) {
        pool.redirect(i, HASHES, NAME, DESCRIPTOR);
      }
    }
  }
}
