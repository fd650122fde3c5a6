package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** The class in which a woven body wants its number. */
enum Box {
  BOOLEAN,
  INT,
  LONG,
  DOUBLE;

  /** The number in that class; a double is made of its bits. */
  Object of(long number) {
    switch (this) {
      case BOOLEAN:
        return number != 0;
      case INT:
        return (int) number;
      case DOUBLE:
        return Double.longBitsToDouble(number);
      default:
        return number;
    }
  }

  /** The box for what a method with this descriptor returns; null where that is no number. */
  static @Nullable Box returnedBy(String descriptor) {
    switch (descriptor.substring(descriptor.indexOf(')') + 1)) {
      case "Z":
        return BOOLEAN;
      case "I":
        return INT;
      case "J":
        return LONG;
      case "D":
        return DOUBLE;
      default:
        return null;
    }
  }

  /** What {@link #of} undoes; 0 for what is no number. */
  static long number(@Nullable Object boxed) {
    if (boxed instanceof Double value) {
      return Double.doubleToRawLongBits(value);
    }
    if (boxed instanceof Boolean value) {
      return value ? 1 : 0;
    }
    return boxed instanceof Number value ? value.longValue() : 0;
  }
}
