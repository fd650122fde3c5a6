package dev.tapedeck.runner.portable;

import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Frame;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.MethodOrder;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A tape with events of every kind and values from everywhere; the same seed gives the same events. */
public final class RandomTape {
  private final Random random;
  private long now;

  private RandomTape(long seed) {
    random = new Random(seed);
  }

  /** Writes one of at least one event of each kind; returns its directory. */
  public static Path write(Path base, long seed) {
    RandomTape made = new RandomTape(seed);
    return made.write(TapeWriter.create(base, made.header()));
  }

  /** The same, sealed to that public key. */
  static Path writeSealed(Path base, long seed, byte[] recipient) {
    RandomTape made = new RandomTape(seed);
    return made.write(TapeWriter.createSealed(base, made.header(), recipient));
  }

  private Path write(TapeWriter tape) {
    now = System.nanoTime();
    tape.defineLane(0, -1, 0, "main");
    tape.defineLane(1, 0, 1, string());
    tape.defineLane(2, 1, 1, null);
    for (int id = 1; id < 5; id++) {
      tape.defineSite(
          new Site(id, "a.B" + id, "m", "()V", random.nextInt(9) - 1, random.nextInt(3)));
    }
    tape.defineClass(new ClassInfo("a.B", "app", random.nextInt(), true, null));
    tape.defineClass(new ClassInfo("a.C", "app", random.nextInt(), false, "too new"));
    tape.note(new Note("warning", "a note"));
    tape.methodOrder(new MethodOrder("a.B", random.nextBoolean(), "\u0001\u0000\ud801"));
    ChunkWriter events = tape.newChunkWriter();
    long[] ordinals = new long[4];
    List<Kind> kinds = new ArrayList<>(Kinds.all());
    for (int more = random.nextInt(60); more > 0; more--) {
      kinds.add(Kinds.all().get(random.nextInt(Kinds.all().size())));
    }
    for (Kind kind : kinds) {
      int lane = random.nextInt(ordinals.length); // the last of them is not defined
      events.lane(lane, ordinals[lane]++);
      append(events, kind);
    }
    tape.phase(Phase.RUNTIME_FINALIZE);
    append(events, Kinds.OUTPUT_WRITE);
    tape.addToHeader(new Fields().put(Header.LAST_OPERATIONS, List.of("0", "17")));
    events.release();
    if (random.nextInt(5) > 0) {
      Crash crash = random.nextBoolean() ? null : new Crash("main", failure(0));
      tape.end(new RunEnd(
          random.nextInt(256), random.nextInt(4) > 0, "exit", crash, Phase.RUNTIME_FINALIZE, 0));
    }
    tape.close();
    return tape.directory();
  }

  private Fields header() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", "/bin");
    environment.put("odd" + (random.nextBoolean() ? "\ud800" : ""), "\udc00x");
    Fields header = new Fields()
        .put(Header.TAPEDECK_VERSION, "0.1.0")
        .put(Header.MAIN, "a.B")
        .put(Header.MAIN_KIND, "class")
        .put(Header.ARGV, List.of("", "\ud83d\ude00", "half \ud83d"))
        .put(Header.CWD, "/srv")
        .put(Header.SET_SALT, random.nextLong())
        .put(Header.ENVIRONMENT, environment);
    return random.nextBoolean() ? header : header.put(Header.REDACTED, List.of());
  }

  private void append(ChunkWriter events, Kind kind) {
    now += random.nextInt(1_000_000);
    int site = random.nextInt(6);
    if (Kinds.isClock(kind.id())) {
      events.clock(kind.id(), site, random.nextBoolean() ? now : number());
      return;
    }
    EventWriter event = events.begin(kind, site, now);
    put(event, kind.question());
    if (random.nextInt(6) == 0) {
      event.failed(failure(0));
    } else {
      put(event, kind.answer());
    }
    event.commit();
  }

  private void put(EventWriter event, List<Field> fields) {
    for (Field field : fields) {
      switch (field.type()) {
        case LONG -> event.putLong(number());
        case BOOL -> event.putBool(random.nextBoolean());
        case STRING -> event.putString(string());
        case STRINGS -> event.putStrings(random.nextInt(8) == 0 ? null : strings());
        case BYTES -> event.putBytes(random.nextInt(8) == 0 ? null : bytes());
      }
    }
  }

  private long number() {
    long number = random.nextLong() >>> random.nextInt(64);
    return random.nextBoolean() ? number : -number;
  }

  /** Null, empty, narrow, wide, and with halves of surrogate pairs. */
  private String string() {
    int sort = random.nextInt(8);
    if (sort == 0) {
      return null;
    }
    int highest = sort < 5 ? 0x7f : sort == 5 ? 0xff : 0xffff;
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(20); left > 0; left--) {
      text.append((char) random.nextInt(highest + 1));
    }
    return text.toString();
  }

  private List<String> strings() {
    List<String> strings = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      strings.add(string());
    }
    return strings;
  }

  /** Text and not, around the lengths at which something changes. */
  private byte[] bytes() {
    int length = switch (random.nextInt(10)) {
      case 0 -> 4095 + random.nextInt(3);
      case 1 -> 2047 + random.nextInt(3);
      case 2 -> random.nextInt(20_000);
      default -> random.nextInt(50);
    };
    byte[] bytes = new byte[length];
    boolean text = random.nextBoolean();
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (text ? 'a' + random.nextInt(26) : random.nextInt(256));
    }
    return bytes;
  }

  private Failure failure(int depth) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : List.of("message", "file", "frames")) {
      if (random.nextBoolean()) {
        fields.put(name, string());
      }
    }
    List<Frame> frames = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      String module = random.nextBoolean() ? null : "java.base";
      String version = module == null ? null : "17";
      frames.add(
          new Frame("a.B", "m", string(), random.nextInt(500) - 2, module, version, string()));
    }
    boolean deeper = depth < 3 && random.nextInt(3) == 0;
    return new Failure(
        "java.io.IOException",
        string(),
        fields,
        deeper ? failure(depth + 1) : null,
        deeper ? List.of(failure(depth + 1)) : List.of(),
        frames);
  }
}
