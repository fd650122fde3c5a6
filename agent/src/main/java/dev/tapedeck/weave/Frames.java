package dev.tapedeck.weave;

/** The frames of a method whose instructions have moved (JVMS 4.7.4). */
final class Frames {

  private static final int SAME_LOCALS_1 = 64;
  private static final int SAME_LOCALS_1_EXTENDED = 247;
  private static final int SAME_EXTENDED = 251;
  private static final int FULL = 255;
  private static final int OBJECT = 7;
  private static final int UNINITIALIZED = 8;

  private final byte[] file;
  private final int[] moved;
  private final Bytes out;

  /** Where the next frame of the file stands. */
  private int at;

  private int last = -1;

  private Frames(byte[] file, int at, int[] moved, Bytes out) {
    this.file = file;
    this.at = at;
    this.moved = moved;
    this.out = out;
  }

  /**
   * Writes the attribute from its length on.
   *
   * @param at where the frames of the file stand, their number first; 0 where there are none
   */
  static void write(Code code, byte[] file, ConstantPool pool, int at, int[] moved, Bytes out) {
    int count = at == 0 ? 0 : Bytes.u2(file, at);
    int lengthAt = out.length();
    int more = (code.prefixTarget == 0 ? 0 : 1) + (code.handler == null ? 0 : 1);
    out.u4(0).u2(count + more);
    Frames frames = new Frames(file, at + 2, moved, out);
    if (code.prefixTarget != 0) {
      frames.same(code.prefixTarget);
    }
    int pc = -1;
    for (int i = 0; i < count; i++) {
      pc += 1 + frames.delta();
      frames.frame(moved[pc]);
    }
    if (code.handler != null) {
      out.u1(FULL).u2(frames.advance(moved[code.length()])).u2(0).u2(1);
      out.u1(OBJECT).u2(pool.type("java/lang/Throwable"));
    }
    out.setU4(lengthAt, out.length() - lengthAt - 4);
  }

  private int delta() {
    int type = file[at] & 0xff;
    if (type < SAME_LOCALS_1) {
      return type;
    }
    return type < 2 * SAME_LOCALS_1 ? type - SAME_LOCALS_1 : Bytes.u2(file, at + 1);
  }

  private int advance(int pc) {
    int delta = pc - last - 1;
    last = pc;
    return delta;
  }

  private void same(int pc) {
    int delta = advance(pc);
    if (delta < SAME_LOCALS_1) {
      out.u1(delta);
    } else {
      out.u1(SAME_EXTENDED).u2(delta);
    }
  }

  /** Writes the next frame of the file, at its new place. */
  private void frame(int pc) {
    int type = file[at] & 0xff;
    if (type < SAME_LOCALS_1 || type == SAME_EXTENDED) {
      at += type == SAME_EXTENDED ? 3 : 1;
      same(pc);
    } else if (type < 2 * SAME_LOCALS_1 || type == SAME_LOCALS_1_EXTENDED) {
      at += type == SAME_LOCALS_1_EXTENDED ? 3 : 1;
      int delta = advance(pc);
      if (delta < SAME_LOCALS_1) {
        out.u1(SAME_LOCALS_1 + delta);
      } else {
        out.u1(SAME_LOCALS_1_EXTENDED).u2(delta);
      }
      types(1);
    } else {
      out.u1(type).u2(advance(pc));
      at += 3;
      if (type == FULL) {
        types(number());
        types(number());
      } else if (type > SAME_EXTENDED) {
        types(type - SAME_EXTENDED); // the others drop locals
      }
    }
  }

  private int number() {
    int number = Bytes.u2(file, at);
    out.u2(number);
    at += 2;
    return number;
  }

  private void types(int count) {
    for (int i = 0; i < count; i++) {
      int tag = file[at];
      if (tag == UNINITIALIZED) {
        out.u1(tag).u2(moved[Bytes.u2(file, at + 1)]);
        at += 3;
      } else {
        int size = tag == OBJECT ? 3 : 1;
        out.copy(file, at, at + size);
        at += size;
      }
    }
  }
}
