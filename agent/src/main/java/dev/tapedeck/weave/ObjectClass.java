package dev.tapedeck.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.lang.Object}, whose {@code hashCode} gets a body.
 *
 * <p>HotSpot lets a class that is redefined trade a native method for one that is not, and only that
 * way (jvmtiRedefineClasses.cpp: {@code compare_and_normalize_class_versions}).
 */
final class ObjectClass extends ClassWeaver {

  static final String NAME = "java/lang/Object";

  private static final String HASH_CODE = "hashCode";

  ObjectClass(byte[] file) {
    super(file, new ConstantPool(file));
  }

  /** Weaves it before any other class: from then on all ask for hash codes where they shall. */
  static void weave(Instrumentation instrumentation) throws UnmodifiableClassException {
    Once once = new Once();
    instrumentation.addTransformer(once, true);
    try {
      instrumentation.retransformClasses(Object.class);
    } finally {
      instrumentation.removeTransformer(once);
    }
  }

  private static final class Once implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        Module module,
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] file) {
      return redefined == Object.class ? new ObjectClass(file).woven() : null;
    }
  }

  @Override
  boolean mayWeave(int name) {
    return pool.isUtf8(name, HASH_CODE);
  }

  @Override
  @Nullable
  List<Insertion> weave(int access, String name, String descriptor, Code code) {
    return null;
  }

  @Override
  int nativeDoor(String name, String descriptor) {
    return NONE;
  }

  /** Without the annotation that makes compilers put a body of their own in its place. */
  @Override
  boolean writeNative(Bytes out, int position, int copied) {
    out.copy(file, copied, position);
    out.u2(Bytes.u2(file, position) & ~NATIVE)
        .copy(file, position + 2, position + 6)
        .u2(1);
    Bytes body = new Snippet(pool)
        .loadThis()
        .call(
            Instructions.INVOKESTATIC,
            IdentityHashes.HASHES,
            IdentityHashes.NAME,
            IdentityHashes.DESCRIPTOR)
        .op(Instructions.IRETURN)
        .code();
    int contents = 2 + 2 + 4 + body.length() + 2 + 2;
    out.u2(pool.utf8("Code")).u4(contents).u2(1).u2(1).u4(body.length());
    out.copy(body).u2(0).u2(0);
    return true;
  }
}
