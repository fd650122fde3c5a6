package dev.tapedeck.weave;

/** How long instructions are (JVMS 6.5). */
final class Instructions {

  static final int ICONST_0 = 3;
  static final int LCONST_0 = 9;
  static final int BIPUSH = 16;
  static final int SIPUSH = 17;
  static final int LDC_W = 19;
  static final int ACONST_NULL = 1;
  static final int ILOAD = 21;
  static final int ALOAD = 25;
  static final int IALOAD = 46;
  static final int SALOAD = 53;
  static final int ISTORE = 54;
  static final int IASTORE = 79;
  static final int AASTORE = 83;
  static final int SASTORE = 86;
  static final int POP = 87;
  static final int POP2 = 88;
  static final int DUP = 89;
  static final int DUP_X2 = 91;
  static final int DUP2 = 92;
  static final int DUP2_X1 = 93;
  static final int SWAP = 95;
  static final int IFEQ = 153;
  static final int JSR = 168;
  static final int TABLESWITCH = 170;
  static final int LOOKUPSWITCH = 171;
  static final int IRETURN = 172;
  static final int RETURN = 177;
  static final int GETSTATIC = 178;
  static final int PUTSTATIC = 179;
  static final int GETFIELD = 180;
  static final int PUTFIELD = 181;
  static final int INVOKEVIRTUAL = 182;
  static final int INVOKESPECIAL = 183;
  static final int INVOKESTATIC = 184;
  static final int INVOKEINTERFACE = 185;
  static final int ANEWARRAY = 189;
  static final int ATHROW = 191;
  static final int CHECKCAST = 192;
  static final int MONITORENTER = 194;
  static final int WIDE = 196;
  static final int IFNULL = 198;
  static final int IFNONNULL = 199;
  static final int GOTO_W = 200;
  static final int JSR_W = 201;

  private static final int IINC = 132;

  /** A digit for each opcode; those of varying length have a zero. */
  private static final byte[] LENGTHS = bytes(
      // 0 to 20: constants
      "1111111111111111" + "23233"
          // 21 to 53: loads
          + "22222" + "11111111111111111111" + "11111111"
          // 54 to 86: stores
          + "22222" + "11111111111111111111" + "11111111"
          // 87 to 131: stack and arithmetic
          + "111111111" + "111111111111111111111111111111111111"
          // 132: iinc, 133 to 152: conversions and comparisons
          + "3" + "11111111111111111111"
          // 153 to 168: branches, 169: ret, 170 and 171: switches
          + "3333333333333333" + "2" + "00"
          // 172 to 177: returns, 178 to 186: fields and calls
          + "111111" + "3333333" + "55"
          // 187 to 195: objects
          + "323113311"
          // 196: wide, 197: multianewarray, 198 to 201: branches
          + "0" + "4" + "3355");

  private Instructions() {}

  /** The length of the instruction at the position. */
  static int length(byte[] file, int position, int pc) {
    int opcode = file[position] & 0xff;
    int length = LENGTHS[opcode];
    return length > 0 ? length : varying(file, position, pc, opcode);
  }

  private static byte[] bytes(String digits) {
    byte[] lengths = new byte[digits.length()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (byte) (digits.charAt(i) - '0');
    }
    return lengths;
  }

  private static int varying(byte[] file, int position, int pc, int opcode) {
    if (opcode == WIDE) {
      return (file[position + 1] & 0xff) == IINC ? 6 : 4;
    }
    return operands(pc) + tail(file, position + operands(pc), opcode);
  }

  /** Where the operands of a switch begin, from its opcode: they are aligned. */
  static int operands(int pc) {
    return 4 - (pc & 3);
  }

  /** How long the operands of a switch are. */
  static int tail(byte[] file, int operands, int opcode) {
    int low = Bytes.u4(file, operands + 4);
    return opcode == LOOKUPSWITCH
        ? 8 + 8 * low // here the number of pairs
        : 12 + 4 * (Bytes.u4(file, operands + 8) - low + 1);
  }

  static boolean branches(int opcode) {
    return opcode >= IFEQ && opcode <= JSR || opcode == IFNULL || opcode == IFNONNULL;
  }
}
