package dev.tapedeck.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Instructions that do nothing, woven in everywhere, leave every class what it was. */
class ClassWeaverTest {

  private static final int SOME = 500;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 70})
  void keepsEveryInstructionJumpFrameAndLine(int inserted) throws IOException {
    List<byte[]> files = classesOf(Assertions.class);
    assertThat(files.size()).isGreaterThan(SOME);
    int woven = 0;
    for (byte[] file : files) {
      byte[] anew = new Idle(file, inserted).woven();
      if (anew != null) {
        woven++;
        assertThat(Listing.of(anew)).isEqualTo(Listing.of(file));
      }
    }
    assertThat(woven).isGreaterThan(SOME);
  }

  @Test
  void keepsAClassInWhichNothingIsWoven() throws IOException {
    byte[] file = classesOf(Assertions.class).get(0);
    assertThat(new Idle(file, 0).woven()).isNull();
  }

  @Test
  void weavesInPlaceWhereAJumpBecomesTooLong() {
    byte[] file = withJumpOver(10_000);
    byte[] anew = new Idle(file, 70).woven();
    assertThat(anew).hasSize(file.length);
    assertThat(Listing.of(anew)).isEqualTo(Listing.of(file));
  }

  private static byte[] withJumpOver(int calls) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_6, Opcodes.ACC_PUBLIC, "Far", null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "jump", "(I)V", null, null);
    Label end = new Label();
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFEQ, end);
    for (int i = 0; i < calls; i++) {
      code.visitMethodInsn(Opcodes.INVOKESTATIC, "Far", "call", "()V", false);
    }
    code.visitLabel(end);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** The class files of the jar that the class came from. */
  private static List<byte[]> classesOf(Class<?> type) throws IOException {
    URI jar = URI.create("jar:" + type.getProtectionDomain().getCodeSource().getLocation());
    List<byte[]> files = new ArrayList<>();
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of());
        Stream<Path> paths = Files.walk(inside.getPath("/"))) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (path.toString().endsWith(".class") && !path.toString().endsWith("-info.class")) {
          files.add(Files.readAllBytes(path));
        }
      }
    }
    return files;
  }

  /** Weaves in instructions that do nothing: first, before and after calls, and before returns. */
  private static final class Idle extends ClassWeaver {

    private final int inserted;

    Idle(byte[] file, int inserted) {
      super(file, new ConstantPool(file));
      this.inserted = inserted;
    }

    @Override
    List<Insertion> weave(int access, String name, String descriptor, Code code) {
      idle(code.prefix);
      List<Insertion> insertions = new ArrayList<>();
      for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
        if (code.calls(pc) || code.returns(pc)) {
          insertions.add(new Insertion(pc, idle(new Bytes(8)), false, idle(new Bytes(8))));
        }
      }
      return inserted == 0 ? null : insertions;
    }

    @Override
    List<Insertion> weaveInPlace(Code code) {
      return List.of();
    }

    @Override
    int nativeDoor(String name, String descriptor) {
      return NONE;
    }

    private Bytes idle(Bytes bytes) {
      for (int i = 0; i < inserted; i++) {
        bytes.u1(0);
      }
      return bytes;
    }
  }
}
