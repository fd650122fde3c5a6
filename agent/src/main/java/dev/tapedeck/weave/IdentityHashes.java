package dev.tapedeck.weave;

import java.util.HashSet;
import java.util.Set;

/**
 * Leads the JDK's questions for identity hash codes to a body of our own.
 *
 * <p>{@code Object.hashCode} becomes a Java method. HotSpot lets a class that is redefined trade a
 * native method for one that is not, and only that way (jvmtiRedefineClasses.cpp: {@code
 * compare_and_normalize_class_versions}). {@code System.identityHashCode} stays what it is, the one
 * way to the JVM, and the JDK's calls of it are replaced.
 */
final class IdentityHashes {

  static final String OBJECT = "java/lang/Object";

  private static final String HASHES = "java/tapedeck/Hashes";
  private static final String NAME = "identityHashCode";
  private static final String DESCRIPTOR = "(Ljava/lang/Object;)I";

  /** From this one on the JVM takes an annotated method that is not native for a mistake, and says so. */
  private static final int INTRINSIC_ONLY_IF_NATIVE = 21;

  /** The last one where the JVM says the same of a method that is not annotated. */
  private static final int INTRINSIC_IN_ANY_CASE = 17;

  private final Set<String> owners = new HashSet<>();
  private final int feature;

  IdentityHashes(int feature) {
    this.feature = feature;
    String[] asking = {
      "java/io/ObjectOutputStream$HandleTable",
      "java/lang/ClassLoader",
      "java/lang/Enum",
      "java/lang/Module",
      "java/lang/PublicMethods$Key",
      "java/lang/Thread$WeakClassKey",
      "java/lang/WeakPairMap$Pair",
      "java/lang/invoke/MethodHandleProxies",
      "java/lang/management/LockInfo",
      "java/lang/management/ThreadInfo",
      "java/lang/module/ResolvedModule",
      "java/util/HashMap$TreeNode",
      "java/util/IdentityHashMap",
      "java/util/IdentityHashMap$EntryIterator$Entry",
      "java/util/IdentityHashMap$KeySet",
      "java/util/Objects",
      "java/util/concurrent/ConcurrentHashMap$TreeBin",
      "java/util/logging/LogManager$CloseOnReset",
      "java/util/zip/ZipFile",
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
    if (feature <= INTRINSIC_IN_ANY_CASE || feature >= INTRINSIC_ONLY_IF_NATIVE) {
      owners.add(OBJECT);
    }
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
          && pool.name(i).equals(NAME)
          && pool.descriptor(i).equals(DESCRIPTOR)) {
        pool.redirect(i, HASHES, NAME, DESCRIPTOR);
      }
    }
  }

  /** Whether this method of {@code Object} gets a body. */
  static boolean isObjects(String owner, String name) {
    return owner.equals(OBJECT) && name.equals("hashCode");
  }

  /**
   * Writes {@code Object.hashCode} with a body.
   *
   * @param method where it stands in the file
   */
  void write(Bytes out, byte[] file, ConstantPool pool, int method, int end) {
    boolean annotated = feature <= INTRINSIC_IN_ANY_CASE;
    out.u2(Bytes.u2(file, method) & ~ClassWeaver.NATIVE).copy(file, method + 2, method + 6);
    out.u2(annotated ? Bytes.u2(file, method + 6) + 1 : 1);
    if (annotated) {
      out.copy(file, method + 8, end);
    }
    Bytes body = new Snippet(pool)
        .loadThis()
        .call(Instructions.INVOKESTATIC, HASHES, NAME, DESCRIPTOR)
        .op(Instructions.IRETURN)
        .code();
    int contents = 2 + 2 + 4 + body.length() + 2 + 2;
    out.u2(pool.utf8("Code")).u4(contents).u2(1).u2(1).u4(body.length());
    out.copy(body).u2(0).u2(0);
  }
}
