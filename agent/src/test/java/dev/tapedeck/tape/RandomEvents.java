package dev.tapedeck.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Events of every kind with values from everywhere; the same seed gives the same events. */
final class RandomEvents {

  private final Random random;
  private long now = 1_000_000;

  RandomEvents(long seed) {
    random = new Random(seed);
  }

  Event next(int lane, long ordinal, int phase) {
    Kind kind =
        Kinds.all().get(random.nextInt(random.nextBoolean() ? 3 : Kinds.all().size()));
    int site =
        random.nextInt(3) == 0 ? random.nextInt(1 << (1 + random.nextInt(29))) : random.nextInt(3);
    now += random.nextInt(10) == 0 ? number() >>> 8 : random.nextInt(200);
    if (Kinds.isClock(kind.id())) {
      long value = random.nextInt(20) == 0 ? number() : now;
      return new Event(
          kind, lane, ordinal, site, value, phase, new Object[0], new Object[] {value}, null);
    }
    boolean failed = random.nextInt(6) == 0;
    return new Event(
        kind,
        lane,
        ordinal,
        site,
        now,
        phase,
        values(kind.question()),
        failed ? new Object[0] : values(kind.answer()),
        failed ? failure(0) : null);
  }

  /** Writes the event as a recorder would. */
  static void append(ChunkWriter writer, Event event) {
    if (Kinds.isClock(event.kind().id())) {
      writer.clock(event.kind().id(), event.site(), (Long) event.answer()[0]);
      return;
    }
    EventWriter out = writer.begin(event.kind(), event.site(), event.stampNs());
    put(out, event.kind().question(), event.question());
    if (event.failure() == null) {
      put(out, event.kind().answer(), event.answer());
    } else {
      out.failed(event.failure());
    }
    out.commit();
  }

  /** Everything about an event; of a clock read not the stamp, which it does not carry. */
  static String describe(Event event) {
    return event.kind().id()
        + " lane "
        + event.lane()
        + " ordinal "
        + event.ordinal()
        + " site "
        + event.site()
        + " phase "
        + event.phase()
        + (Kinds.isClock(event.kind().id()) ? "" : " at " + event.stampNs())
        + " asked "
        + describe(event.question())
        + " answered "
        + describe(event.answer())
        + (event.failure() == null ? "" : " failed " + describe(event.failure()));
  }

  private static String describe(Object[] values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(
          value instanceof Payload payload
              ? payload.length() + " bytes " + Arrays.hashCode(payload.bytes())
              : Objects.toString(value));
    }
    return texts.toString();
  }

  private static String describe(Failure failure) {
    return failure
        + " "
        + failure.fields()
        + failure.frames()
        + failure.suppressed().stream().map(RandomEvents::describe).toList()
        + (failure.cause() == null ? "" : " by " + describe(failure.cause()));
  }

  private static void put(EventWriter out, List<Field> fields, Object[] values) {
    for (int i = 0; i < values.length; i++) {
      switch (fields.get(i).type()) {
        case LONG -> out.putLong((Long) values[i]);
        case BOOL -> out.putBool((Boolean) values[i]);
        case STRING -> out.putString((String) values[i]);
        case BYTES -> out.putBytes(values[i] == null ? null : ((Payload) values[i]).bytes());
        case STRINGS -> out.putStrings(strings(values[i]));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Object value) {
    return (List<String>) value;
  }

  private Object[] values(List<Field> fields) {
    return fields.stream().map(field -> value(field.type())).toArray();
  }

  private Object value(FieldType type) {
    return switch (type) {
      case LONG -> number();
      case BOOL -> random.nextBoolean();
      case STRING -> string();
      case BYTES -> random.nextInt(8) == 0 ? null : Payload.of(bytes());
      case STRINGS -> random.nextInt(8) == 0 ? null : strings();
    };
  }

  /** Of any magnitude, as likely short as long. */
  long number() {
    long number = random.nextLong() >>> random.nextInt(64);
    return random.nextBoolean() ? number : -number;
  }

  /** Null, empty, narrow, wide, with halves of surrogate pairs, and sometimes too long for an event. */
  String string() {
    int sort = random.nextInt(8);
    if (sort == 0) {
      return null;
    }
    int highest = sort < 5 ? 0x7f : sort == 5 ? 0xff : 0xffff;
    StringBuilder text = new StringBuilder();
    for (int left = length() / 2; left > 0; left--) {
      text.append((char) random.nextInt(highest + 1));
    }
    return text.toString();
  }

  private List<String> strings() {
    List<String> texts = new ArrayList<>();
    for (int left = random.nextInt(5); left > 0; left--) {
      texts.add(string());
    }
    return Collections.unmodifiableList(texts);
  }

  private byte[] bytes() {
    byte[] bytes = new byte[length()];
    random.nextBytes(bytes);
    return bytes;
  }

  private int length() {
    return switch (random.nextInt(20)) {
      case 0 -> random.nextInt(9000);
      case 1 -> Format.INLINE - 1 + random.nextInt(3);
      case 2, 3, 4 -> random.nextInt(1000);
      default -> random.nextInt(40);
    };
  }

  Failure failure(int depth) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      fields.put("field" + left, string());
    }
    List<Frame> frames = new ArrayList<>();
    for (int left = random.nextInt(6); left > 0; left--) {
      String module = random.nextBoolean() ? null : "java.base";
      int line = random.nextInt(500) - 2;
      frames.add(new Frame(
          "a.B" + random.nextInt(3),
          "m",
          random.nextBoolean() ? null : "B.java",
          line,
          module,
          null,
          "app"));
    }
    boolean deeper = depth < 3 && random.nextInt(3) == 0;
    return new Failure(
        "java.io.Exception" + random.nextInt(5),
        string(),
        fields,
        deeper ? failure(depth + 1) : null,
        deeper ? List.of(failure(depth + 1)) : List.of(),
        frames);
  }
}
