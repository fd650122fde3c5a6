package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GarbageCollectorMXBean.getLastGcInfo}: an object that refers to the bean it came from. */
final class LastCollection extends Door {

  private static final String OWNER = "com/sun/management/internal/GcInfoBuilder";
  private static final String DESCRIPTOR =
      "(Ljava/lang/management/GarbageCollectorMXBean;I[Ljava/lang/Object;[C"
          + "[Ljava/lang/management/MemoryUsage;[Ljava/lang/management/MemoryUsage;)"
          + "Lcom/sun/management/GcInfo;";
  private static final String INFO = "com.sun.management.GcInfo";
  private static final String COMPOSITE = "com.sun.management.internal.GcInfoCompositeData";
  private static final String[] NUMBERS = {"index", "startTime", "endTime"};
  private static final int OTHERS = 2;
  private static final int BEFORE = 4;
  private static final int AFTER = 5;

  private LastCollection() {
    super(Kinds.HOST_STRINGS, Scope.LINE);
  }

  static List<Wrap> wraps() {
    return List.of(Wrap.of(OWNER, "getLastGcInfo0", DESCRIPTOR, new LastCollection()));
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString("GarbageCollector.getLastGcInfo");
    question.putString((String) Offsets.reference(crossing.argument(0), "name"));
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    if (result == null) {
      answer.putStrings(null);
      return;
    }
    long[] numbers = new long[NUMBERS.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Offsets.number(result, NUMBERS[i]);
    }
    Object[] all = {
      numbers, crossing.argument(OTHERS), crossing.argument(BEFORE), crossing.argument(AFTER)
    };
    answer.putStrings(Imprint.of(all));
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) {
    String[] words = answer.stringsAt(0);
    Object builder = crossing.self;
    if (words == null || builder == null) {
      return null;
    }
    Object[] all = (Object[]) Imprint.again(words);
    Object info = Offsets.allocate(INFO);
    for (int i = 0; i < NUMBERS.length; i++) {
      Offsets.put(info, NUMBERS[i], ((long[]) all[0])[i]);
    }
    Offsets.put(info, "usageBeforeGc", usages(builder, (Object[]) all[2]));
    Offsets.put(info, "usageAfterGc", usages(builder, (Object[]) all[3]));
    Offsets.put(info, "extAttributes", all[1]);
    Offsets.put(info, "builder", builder);
    Object composite = Offsets.allocate(COMPOSITE);
    Offsets.put(composite, "info", info);
    Offsets.put(composite, "builder", builder);
    Offsets.put(composite, "gcExtItemValues", all[1]);
    Offsets.put(info, "cdata", composite);
    return info;
  }

  private static Map<Object, Object> usages(Object builder, Object[] usages) {
    Object[] pools = (Object[]) Offsets.reference(builder, "poolNames");
    Map<Object, Object> byPool = new HashMap<>(usages.length);
    for (int i = 0; pools != null && i < pools.length && i < usages.length; i++) {
      byPool.put(pools[i], usages[i]);
    }
    return byPool;
  }
}
