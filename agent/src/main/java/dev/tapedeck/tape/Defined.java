package dev.tapedeck.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@link Definitions} wrote, read back. */
final class Defined {

  private final TapeFiles files;
  private final long startNanos;

  final Map<Integer, Site> sites = new HashMap<>();

  /** By id; the names are made when all are known. */
  final Map<Integer, LaneInfo> lanes = new TreeMap<>();

  final @Nullable Kind[] kinds = new @Nullable Kind[Format.LARGEST_KIND + 1];
  final List<ClassInfo> classes = new ArrayList<>();
  final List<MethodOrder> methodOrders = new ArrayList<>();
  final List<Note> notes = new ArrayList<>();
  final Fields fields = new Fields();

  /** How many records are there, and how many the end says there were before it. */
  private long found;

  private long expected;

  @Nullable
  RunEnd end;

  Defined(TapeFiles files, long startNanos) {
    this.files = files;
    this.startNanos = startNanos;
  }

  /** Reads what stands in a chunk; what this version does not know is skipped. */
  void take(int head, Decoder in) {
    if (head != Format.RUN_END) {
      found++;
    }
    read(head, in);
  }

  /** How many definitions are lost. */
  long missing() {
    return Math.max(0, expected - found);
  }

  private void read(int head, Decoder in) {
    switch (head) {
      case Format.SITE -> site(in);
      case Format.LANE_DEF -> lane(in);
      case Format.KIND_DEF -> kinds(in);
      case Format.CLASS ->
        classes.add(new ClassInfo(
            in.string(), in.string(), in.int32(), in.byteValue() != 0, in.stringOrNull()));
      case Format.NOTE -> notes.add(new Note(in.string(), in.string()));
      case Format.METHOD_ORDER ->
        methodOrders.add(new MethodOrder(in.string(), in.byteValue() != 0, in.string()));
      case Format.FIELDS -> fields.putAll(Fields.decode(in));
      case Format.RUN_END -> {
        expected = in.varint();
        end = Definitions.decodeEnd(in);
      }
      case Format.SPILLED -> spilled(in);
      case Format.SEALED -> sealed(in);
      default -> {}
    }
  }

  private void site(Decoder in) {
    int id = in.count();
    sites.put(id, new Site(id, in.string(), in.string(), in.string(), (int) in.signed(), (int)
        in.signed()));
  }

  private void lane(Decoder in) {
    int id = in.count();
    int parent = in.count() - 1;
    lanes.put(
        id, new LaneInfo(id, parent, in.count(), "", in.stringOrNull(), startNanos + in.signed()));
  }

  private void kinds(Decoder in) {
    for (int left = in.elements(); left > 0; left--) {
      int id = in.count();
      if (id < 1 || id >= kinds.length) {
        throw Decoder.malformed();
      }
      Kind kind = new Kind(id, in.string(), fields(in), fields(in));
      Kind known = Kinds.byId(id);
      kinds[id] = known != null && same(known, kind) ? known : kind;
    }
  }

  // By hand: a record's equals comes from invokedynamic, which is slow the first time.
  private static boolean same(Kind one, Kind other) {
    return one.name().equals(other.name())
        && same(one.question(), other.question())
        && same(one.answer(), other.answer());
  }

  private static boolean same(List<Field> some, List<Field> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      Field one = some.get(i);
      Field other = others.get(i);
      if (one.type() != other.type() || !one.name().equals(other.name())) {
        return false;
      }
    }
    return true;
  }

  private static List<Field> fields(Decoder in) {
    Field[] fields = new Field[in.elements()];
    for (int i = 0; i < fields.length; i++) {
      String name = in.string();
      fields[i] = new Field(name, type(in.byteValue()));
    }
    return List.of(fields);
  }

  private static FieldType type(int code) {
    for (FieldType type : FieldType.values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw Decoder.malformed();
  }

  private void spilled(Decoder in) {
    int head = in.byteValue();
    long place = in.varint();
    int length = in.count();
    int crc = in.int32();
    if (head == Format.SPILLED) {
      throw Decoder.malformed();
    }
    Payload record = Payload.of(new ClearBytes(files, place, length, crc), length);
    read(head, new Decoder(record.bytes(), 0, length));
  }

  /** Without the key it is as if nothing stood there. */
  private void sealed(Decoder in) {
    Unsealer unsealer = files.unsealer();
    if (unsealer == null) {
      return;
    }
    Decoder plain = unsealer.record(in);
    int head = plain.byteValue();
    if (head == Format.SEALED || head == Format.SPILLED) {
      throw Decoder.malformed();
    }
    read(head, plain);
  }
}
