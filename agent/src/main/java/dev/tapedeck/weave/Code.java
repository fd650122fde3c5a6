package dev.tapedeck.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code of one method in a class file (JVMS 4.7.3). */
final class Code {

  /** A jump does not reach its target any more, or the method has become too long. */
  static final class TooFar extends Exception {
    private static final long serialVersionUID = 1L;

    TooFar() {
      super("", null, false, false);
    }
  }

  private static final int LONGEST = 0xffff;

  private final byte[] file;
  private final ConstantPool pool;

  /** Where the attribute's contents begin: with the depth of the stack. */
  private final int at;

  private final int start;
  private final int length;

  /** What runs first, and is no target of the jumps to the first instruction. */
  final Bytes prefix = new Bytes(64);

  /** Where in the prefix a jump of its own ends; 0 for none. */
  int prefixTarget;

  /** Where in the prefix the instructions begin that {@link #handler} guards with all that follow. */
  int guardedFrom;

  /** Takes what is thrown; null for nobody. */
  @Nullable
  Bytes handler;

  /** How much deeper the stack may become. */
  int deeper;

  /** How many local variables there are more, behind those of the method. */
  int wider;

  /** Where what guards an instruction begins: with what is woven in behind the one before it. */
  private int[] guarded = {};

  Code(byte[] file, ConstantPool pool, int at) {
    this.file = file;
    this.pool = pool;
    this.at = at;
    this.start = at + 8;
    this.length = Bytes.u4(file, at + 4);
  }

  int length() {
    return length;
  }

  /** How many places the method's own local variables take. */
  int locals() {
    return Bytes.u2(file, at + 2);
  }

  int opcode(int pc) {
    return file[start + pc] & 0xff;
  }

  boolean calls(int pc) {
    int opcode = opcode(pc);
    return opcode >= Instructions.INVOKEVIRTUAL && opcode <= Instructions.INVOKEINTERFACE;
  }

  boolean returns(int pc) {
    int opcode = opcode(pc);
    return opcode >= Instructions.IRETURN && opcode <= Instructions.RETURN;
  }

  /** Where the code next returns, from there on; its length if it does not. */
  int nextReturn(int from) {
    int pc = from;
    while (pc < length) {
      int opcode = file[start + pc] & 0xff;
      if (opcode >= Instructions.IRETURN && opcode <= Instructions.RETURN) {
        return pc;
      }
      pc += Instructions.length(file, start + pc, pc);
    }
    return length;
  }

  int operand(int pc) {
    return Bytes.u2(file, start + pc + 1);
  }

  int next(int pc) {
    return pc + Instructions.length(file, start + pc, pc);
  }

  /** The source line of an instruction, or -1. */
  int line(int pc) {
    int line = -1;
    int nearest = -1;
    int position = attributes();
    for (int i = Bytes.u2(file, position - 2); i > 0; i--) {
      int end = position + 6 + Bytes.u4(file, position + 2);
      if (pool.isUtf8(Bytes.u2(file, position), "LineNumberTable")) {
        for (int entry = position + 8; entry < end; entry += 4) {
          int from = Bytes.u2(file, entry);
          if (from <= pc && from >= nearest) {
            nearest = from;
            line = Bytes.u2(file, entry + 2);
          }
        }
      }
      position = end;
    }
    return line;
  }

  /** Where the first attribute of the code stands. */
  private int attributes() {
    int exceptions = start + length;
    return exceptions + 4 + 8 * Bytes.u2(file, exceptions);
  }

  /** Writes the attribute anew, from its length on. */
  void writeTo(Bytes out, List<Insertion> insertions) throws TooFar {
    int[] moved = moved(insertions);
    int newLength = moved[length];
    int all = newLength + (handler == null ? 0 : handler.length());
    if (all > LONGEST) {
      throw new TooFar();
    }
    int lengthAt = out.length();
    out.u4(0);
    out.u2(Bytes.u2(file, at) + deeper).u2(locals() + wider).u4(all);
    out.copy(prefix);
    instructions(out, moved, insertions);
    if (handler != null) {
      out.copy(handler);
    }
    exceptions(out, moved);
    codeAttributes(out, moved);
    out.setU4(lengthAt, out.length() - lengthAt - 4);
  }

  /** Where each instruction moves to. */
  private int[] moved(List<Insertion> insertions) {
    int[] moved = new int[length + 1];
    guarded = new int[length + 1];
    int behind = 0;
    int to = prefix.length();
    int nextInsertion = 0;
    int insertedAt = insertedAt(insertions, 0);
    for (int pc = 0; pc < length; ) {
      moved[pc] = to;
      guarded[pc] = to - behind;
      behind = 0;
      int size = Instructions.length(file, start + pc, pc);
      if (pc == insertedAt) {
        Insertion here = insertions.get(nextInsertion);
        insertedAt = insertedAt(insertions, ++nextInsertion);
        to += here.before().length() + (here.replaces() ? 0 : size);
        behind = here.after() == null ? 0 : here.after().length();
        to += behind;
      } else if (isSwitch(file[start + pc] & 0xff)) {
        int operands = Instructions.operands(pc);
        to += Instructions.operands(to) + size - operands;
      } else {
        to += size;
      }
      pc += size;
    }
    moved[length] = to;
    return moved;
  }

  /** Before which instruction the insertion stands; none where there is none. */
  private static int insertedAt(List<Insertion> insertions, int index) {
    return index < insertions.size() ? insertions.get(index).pc() : -1;
  }

  private static boolean isSwitch(int opcode) {
    return opcode == Instructions.TABLESWITCH || opcode == Instructions.LOOKUPSWITCH;
  }

  private void instructions(Bytes out, int[] moved, List<Insertion> insertions) throws TooFar {
    int nextInsertion = 0;
    int insertedAt = insertedAt(insertions, 0);
    int copied = 0;
    for (int pc = 0; pc < length; ) {
      int next = pc + Instructions.length(file, start + pc, pc);
      int opcode = file[start + pc] & 0xff;
      if (pc == insertedAt) {
        Insertion here = insertions.get(nextInsertion);
        insertedAt = insertedAt(insertions, ++nextInsertion);
        out.copy(file, start + copied, start + pc).copy(here.before());
        out.copy(file, start + (here.replaces() ? next : pc), start + next);
        if (here.after() != null) {
          out.copy(here.after());
        }
        copied = next;
      } else if (Instructions.branches(opcode)) {
        out.copy(file, start + copied, start + pc).u1(opcode);
        int distance = moved[pc + Bytes.s2(file, start + pc + 1)] - moved[pc];
        if (distance != (short) distance) {
          throw new TooFar();
        }
        out.u2(distance);
        copied = next;
      } else if (opcode == Instructions.GOTO_W || opcode == Instructions.JSR_W) {
        out.copy(file, start + copied, start + pc).u1(opcode);
        out.u4(moved[pc + Bytes.u4(file, start + pc + 1)] - moved[pc]);
        copied = next;
      } else if (isSwitch(opcode)) {
        out.copy(file, start + copied, start + pc);
        switchTo(out, moved, pc);
        copied = next;
      }
      pc = next;
    }
    out.copy(file, start + copied, start + length);
  }

  private void switchTo(Bytes out, int[] moved, int pc) {
    int opcode = opcode(pc);
    out.u1(opcode);
    for (int padding = Instructions.operands(moved[pc]); padding > 1; padding--) {
      out.u1(0);
    }
    int operands = start + pc + Instructions.operands(pc);
    int end = operands + Instructions.tail(file, operands, opcode);
    jump(out, moved, pc, operands);
    boolean isTable = opcode == Instructions.TABLESWITCH;
    int offsets = operands + (isTable ? 12 : 8);
    out.copy(file, operands + 4, offsets);
    for (int entry = offsets; entry < end; entry += isTable ? 4 : 8) {
      if (isTable) {
        jump(out, moved, pc, entry);
      } else {
        out.copy(file, entry, entry + 4);
        jump(out, moved, pc, entry + 4);
      }
    }
  }

  private void jump(Bytes out, int[] moved, int pc, int offsetAt) {
    out.u4(moved[pc + Bytes.u4(file, offsetAt)] - moved[pc]);
  }

  private void exceptions(Bytes out, int[] moved) {
    int table = start + length;
    int count = Bytes.u2(file, table);
    out.u2(count + (handler == null ? 0 : 1));
    for (int entry = table + 2; entry < table + 2 + 8 * count; entry += 8) {
      out.u2(guarded[Bytes.u2(file, entry)]);
      out.u2(moved[Bytes.u2(file, entry + 2)]).u2(moved[Bytes.u2(file, entry + 4)]);
      out.copy(file, entry + 6, entry + 8);
    }
    if (handler != null) {
      out.u2(guardedFrom).u2(moved[length]).u2(moved[length]).u2(0);
    }
  }

  /** Those that are known; what annotates types inside code is seen by nobody at run time. */
  private void codeAttributes(Bytes out, int[] moved) {
    int countAt = out.length();
    out.u2(0);
    int written = 0;
    boolean framed = false;
    int position = attributes();
    for (int i = Bytes.u2(file, position - 2); i > 0; i--) {
      int name = Bytes.u2(file, position);
      int end = position + 6 + Bytes.u4(file, position + 2);
      if (pool.isUtf8(name, "StackMapTable")) {
        Frames.write(this, file, pool, position + 6, moved, out.u2(name));
        framed = true;
        written++;
      } else if (pool.isUtf8(name, "LineNumberTable")) {
        int to = out.length() + 8;
        out.copy(file, position, end);
        for (int entry = position + 8; entry < end; entry += 4, to += 4) {
          int pc = Bytes.u2(file, entry);
          out.setU2(to, pc == 0 ? 0 : place(moved, pc));
        }
        written++;
      } else if (pool.isUtf8(name, "LocalVariableTable")
          || pool.isUtf8(name, "LocalVariableTypeTable")) {
        out.copy(file, position, position + 8);
        for (int entry = position + 8; entry < end; entry += 10) {
          int pc = Bytes.u2(file, entry);
          int to = place(moved, pc + Bytes.u2(file, entry + 2));
          int from = pc == 0 ? 0 : place(moved, pc);
          out.u2(from).u2(to - from).copy(file, entry + 4, entry + 10);
        }
        written++;
      }
      position = end;
    }
    if (!framed && handler != null) {
      Frames.write(this, file, pool, 0, moved, out.u2(pool.utf8("StackMapTable")));
      written++;
    }
    out.setU2(countAt, written);
  }

  /** What debuggers are told need not be exact. */
  private static int place(int[] moved, int pc) {
    int nearest = Math.min(pc, moved.length - 1);
    while (nearest > 0 && moved[nearest] == 0) {
      nearest--;
    }
    return moved[nearest];
  }
}
