package dev.tapedeck.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What a class file says of its methods, without instructions that do nothing. */
final class Listing extends ClassVisitor {

  private final Map<String, List<Object>> methods = new TreeMap<>();

  private Listing() {
    super(Opcodes.ASM9);
  }

  static Map<String, String> of(byte[] file) {
    Listing listing = new Listing();
    new ClassReader(file).accept(listing, 0);
    Map<String, String> texts = new TreeMap<>();
    listing.methods.forEach((name, lines) -> texts.put(name, String.join("\n", text(lines))));
    return texts;
  }

  private static List<String> text(List<Object> lines) {
    List<String> text = new ArrayList<>();
    for (Object line : lines) {
      StringBuilder words = new StringBuilder();
      for (Object word : (Object[]) line) {
        words
            .append(word instanceof Label label ? "@" + label.info : String.valueOf(word))
            .append(' ');
      }
      text.add(words.toString());
    }
    return text;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    List<Object> lines = new ArrayList<>();
    methods.put(access + " " + name + descriptor + signature, lines);
    return new Lines(lines);
  }

  /** A label is known by the number of the instruction that follows it. */
  private static final class Lines extends MethodVisitor {

    private final List<Object> lines;
    private int instructions;

    Lines(List<Object> lines) {
      super(Opcodes.ASM9);
      this.lines = lines;
    }

    private void add(Object... words) {
      List<Object> flat = new ArrayList<>();
      for (Object word : words) {
        if (word instanceof Object[] array) {
          flat.addAll(List.of(array));
        } else {
          flat.add(word == null ? "null" : word);
        }
      }
      lines.add(flat.toArray());
    }

    private void instruction(Object... words) {
      instructions++;
      add(words);
    }

    @Override
    public void visitLabel(Label label) {
      label.info = instructions;
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode != Opcodes.NOP) {
        instruction(opcode);
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      instruction(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      instruction(opcode, variable);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      instruction(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      instruction(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      instruction(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      instruction(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      instruction(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
      instruction("ldc", value);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      instruction("iinc", variable, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
      instruction("tableswitch", min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
      instruction("lookupswitch", otherwise, java.util.Arrays.toString(keys), labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      instruction("multianewarray", descriptor, dimensions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label caught, String type) {
      add("try", start, end, caught, type);
    }

    @Override
    public void visitFrame(int type, int locals, Object[] local, int stacked, Object[] stack) {
      add("frame", instructions, type, locals, known(local), stacked, known(stack));
    }

    private static Object[] known(Object[] types) {
      return types == null
          ? new Object[0]
          : java.util.Arrays.stream(types).filter(type -> type != null).toArray();
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      add("line", line, start);
    }

    @Override
    public void visitLocalVariable(
        String name, String descriptor, String signature, Label start, Label end, int index) {
      add("variable", name, descriptor, signature, start, end, index);
    }
  }
}
