package dev.tapedeck.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out from class files, without loading a class, which fields lanes meet at: the volatile ones, as a rule. */
class VolatileFields {

  private static final int VOLATILE = 0x40;
  private static final int FAR = 64;

  private static final int FINAL = 0x10;
  private static final String CONCURRENT = "java/util/concurrent/";

  /** Plain fields of the JDK that threads look at without being ordered otherwise. */
  private static final List<String> UNGUARDED = List.of(
      CONCURRENT + "FutureTask.callable",
      CONCURRENT + "LinkedTransferQueue$DualNode.next",
      CONCURRENT + "LinkedTransferQueue$DualNode.waiter",
      CONCURRENT + "ScheduledThreadPoolExecutor$ScheduledFutureTask.heapIndex");

  /** Whoever comes to a dependent looks first whether another has done with it. */
  private static final String DEPENDENTS = CONCURRENT + "CompletableFuture$";

  private final @Nullable ClassLoader loader;
  private final @Nullable Races races;
  private final Map<String, Boolean> known = new HashMap<>();
  private final byte[] file;
  private final ConstantPool pool;

  /**
   * Starts from the class that is being woven, whose file is at hand.
   *
   * @param races the classes of which all fields count that can change
   */
  VolatileFields(
      byte[] file, ConstantPool pool, @Nullable ClassLoader loader, @Nullable Races races) {
    this.file = file;
    this.races = races;
    this.pool = pool;
    this.loader = loader;
  }

  /** Whether the field that the constant names is volatile. */
  boolean isVolatile(int reference) {
    String owner = pool.owner(reference);
    String key = owner + '.' + pool.name(reference) + ' ' + pool.descriptor(reference);
    Boolean found = known.get(key);
    if (found == null) {
      found = find(owner, pool.name(reference), pool.descriptor(reference));
      known.put(key, found);
    }
    return found;
  }

  private boolean find(String owner, String name, String descriptor) {
    if (UNGUARDED.contains(owner + '.' + name)) {
      return true;
    }
    int wanted = owner.startsWith(DEPENDENTS) ? FINAL : VOLATILE;
    String declaring = owner;
    for (int i = 0; i < FAR && !declaring.isEmpty(); i++) {
      boolean isSelf = declaring.equals(pool.self());
      byte[] bytes = isSelf ? file : read(declaring);
      if (bytes == null) {
        return false;
      }
      ConstantPool constants = isSelf ? pool : new ConstantPool(bytes);
      int access = access(bytes, constants, name, descriptor);
      if (access >= 0) {
        boolean isPlain = races != null && (access & FINAL) == 0 && races.has(declaring);
        return isPlain || (access & wanted) != 0 == (wanted == VOLATILE);
      }
      declaring = constants.parent();
    }
    return false;
  }

  /** The flags of a field (JVMS 4.5); -1 where the class declares none of that name. */
  private static int access(byte[] bytes, ConstantPool constants, String name, String descriptor) {
    int at = constants.end() + 8 + 2 * Bytes.u2(bytes, constants.end() + 6);
    int position = at + 2;
    for (int i = Bytes.u2(bytes, at); i > 0; i--) {
      if (constants.utf8(Bytes.u2(bytes, position + 2)).equals(name)
          && constants.utf8(Bytes.u2(bytes, position + 4)).equals(descriptor)) {
        return Bytes.u2(bytes, position);
      }
      int attribute = position + 8;
      for (int left = Bytes.u2(bytes, position + 6); left > 0; left--) {
        attribute += 6 + Bytes.u4(bytes, attribute + 2);
      }
      position = attribute;
    }
    return -1;
  }

  private byte @Nullable [] read(String name) {
    ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    try (InputStream stream = from.getResourceAsStream(name + ".class")) {
      return stream == null ? null : stream.readAllBytes();
    } catch (IOException | RuntimeException unreadable) {
      return null; // then the class cannot be loaded either
    }
  }
}
