package dev.tapedeck.weave;

/** The types in descriptors, by their first letter (JVMS 4.3). */
final class Types {

  private Types() {}

  /** The instruction that loads such a local variable. */
  static int load(char type) {
    return Instructions.ILOAD + place(type);
  }

  /** The instruction that stores such a local variable. */
  static int store(char type) {
    return Instructions.ISTORE + place(type);
  }

  /** The instruction that returns such a value. */
  static int returning(char type) {
    return type == 'V' ? Instructions.RETURN : Instructions.IRETURN + place(type);
  }

  private static int place(char type) {
    switch (type) {
      case 'J':
        return 1;
      case 'F':
        return 2;
      case 'D':
        return 3;
      case 'L':
      case '[':
        return 4;
      default:
        return 0;
    }
  }

  /** How many places it takes among the local variables. */
  static int size(char type) {
    return type == 'J' || type == 'D' ? 2 : type == 'V' ? 0 : 1;
  }

  /** The class of its objects; empty where it is an object or nothing. */
  static String box(char type) {
    switch (type) {
      case 'Z':
        return "java/lang/Boolean";
      case 'B':
        return "java/lang/Byte";
      case 'C':
        return "java/lang/Character";
      case 'S':
        return "java/lang/Short";
      case 'I':
        return "java/lang/Integer";
      case 'J':
        return "java/lang/Long";
      case 'F':
        return "java/lang/Float";
      case 'D':
        return "java/lang/Double";
      default:
        return "";
    }
  }

  /** The descriptor of the method that makes an object of a value. */
  static String boxing(char type) {
    switch (type) {
      case 'Z':
        return "(Z)Ljava/lang/Boolean;";
      case 'B':
        return "(B)Ljava/lang/Byte;";
      case 'C':
        return "(C)Ljava/lang/Character;";
      case 'S':
        return "(S)Ljava/lang/Short;";
      case 'I':
        return "(I)Ljava/lang/Integer;";
      case 'J':
        return "(J)Ljava/lang/Long;";
      case 'F':
        return "(F)Ljava/lang/Float;";
      default:
        return "(D)Ljava/lang/Double;";
    }
  }

  /** The method that makes a value of its object. */
  static String unboxing(char type) {
    switch (type) {
      case 'Z':
        return "booleanValue";
      case 'B':
        return "byteValue";
      case 'C':
        return "charValue";
      case 'S':
        return "shortValue";
      case 'I':
        return "intValue";
      case 'J':
        return "longValue";
      case 'F':
        return "floatValue";
      default:
        return "doubleValue";
    }
  }

  /** The descriptor of the method that makes a value of its object. */
  static String unboxed(char type) {
    switch (type) {
      case 'Z':
        return "()Z";
      case 'B':
        return "()B";
      case 'C':
        return "()C";
      case 'S':
        return "()S";
      case 'I':
        return "()I";
      case 'J':
        return "()J";
      case 'F':
        return "()F";
      default:
        return "()D";
    }
  }

  static char result(String descriptor) {
    return descriptor.charAt(descriptor.indexOf(')') + 1);
  }

  /** The first letter of each parameter. */
  static String parameters(String descriptor) {
    StringBuilder letters = new StringBuilder();
    int i = 1;
    while (descriptor.charAt(i) != ')') {
      letters.append(descriptor.charAt(i));
      while (descriptor.charAt(i) == '[') {
        i++;
      }
      i = descriptor.charAt(i) == 'L' ? descriptor.indexOf(';', i) + 1 : i + 1;
    }
    return letters.toString();
  }
}
