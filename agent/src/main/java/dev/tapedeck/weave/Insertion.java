package dev.tapedeck.weave;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is woven in at one instruction. A jump to the instruction comes to what stands before it.
 *
 * @param pc where the instruction begins
 * @param replaces whether the instruction itself goes
 */
record Insertion(
    int pc, Bytes before, boolean replaces, @Nullable Bytes after) {

  /** Both lists in order; they have no instruction in common. */
  static List<Insertion> merged(@Nullable List<Insertion> some, List<Insertion> others) {
    if (some == null) {
      return others;
    }
    List<Insertion> all = new ArrayList<>();
    int next = 0;
    for (Insertion one : some) {
      while (next < others.size() && others.get(next).pc < one.pc) {
        all.add(others.get(next++));
      }
      all.add(one);
    }
    all.addAll(others.subList(next, others.size()));
    return all;
  }
}
