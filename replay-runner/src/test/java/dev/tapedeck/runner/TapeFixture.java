package dev.tapedeck.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Frame;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small run: what {@code com.acme.Job} might have been told before it crashed. */
public final class TapeFixture {

  private TapeFixture() {}

  /** Writes it beneath the base; one that was killed has no end. */
  public static Path write(Path base, boolean killed) {
    return write(TapeWriter.create(base, header()), killed);
  }

  /** The same, sealed to that public key. */
  static Path writeSealed(Path base, byte[] recipient) {
    return write(TapeWriter.createSealed(base, header(), recipient), false);
  }

  private static Path write(TapeWriter tape, boolean killed) {
    long started = System.nanoTime();
    tape.defineLane(0, -1, 0, "main");
    tape.defineSite(new Site(1, "com.acme.Job", "run", "()V", 41, 0));
    tape.defineSite(new Site(2, "com.acme.Job$Step", "read", "()V", -1, 0));
    ChunkWriter events = tape.newChunkWriter();
    events.lane(0, 0);
    events.clock(Kinds.CLOCK_MILLIS.id(), 1, 1_700_000_000_123L);
    events.clock(Kinds.CLOCK_NANOS.id(), 1, started);
    events.clock(Kinds.CLOCK_EPOCH_NANOS.id(), 1, 1_700_000_000_123_456_789L);
    events.begin(Kinds.SLEEP, 1, started).putLong(1_500_000_000L).commit();
    events.begin(Kinds.RANDOM_LONG, 1, started).putString("seed").putLong(-7).commit();
    events
        .begin(Kinds.FILE_READ, 2, started)
        .putString("/data/in.csv")
        .putString("read")
        .putLong(0)
        .putLong(8192)
        .putLong(3)
        .putBytes("a;b".getBytes(UTF_8))
        .commit();
    events
        .begin(Kinds.FILE_OPEN, 2, started)
        .putString("/data/gone.csv")
        .putString("read")
        .failed(failure("java.io.FileNotFoundException", "/data/gone.csv", null))
        .commit();
    events
        .begin(Kinds.OUTPUT_WRITE, 1, started)
        .putString("stdout")
        .putBytes("x".repeat(5000).getBytes(UTF_8))
        .putLong(5000)
        .putLong(1)
        .commit();
    events
        .begin(Kinds.FILE_WRITE, 2, started)
        .putString("/data/out.csv")
        .putString("write")
        .putLong(0)
        .putLong(3)
        .putLong(0xC0FFEE)
        .putLong(3)
        .commit();
    events.release();
    if (!killed) {
      Failure failure = failure(
          "java.lang.IllegalStateException",
          "boom",
          failure("java.io.FileNotFoundException", "/data/gone.csv", null));
      tape.end(new RunEnd(1, true, "uncaught", new Crash("main", failure), Phase.USER_SCRIPT, 0));
    }
    tape.close();
    return tape.directory();
  }

  /** The same, opened. */
  public static TapeReader open(Path base) {
    return TapeReader.open(write(base, false));
  }

  private static Fields header() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("user.language", "en");
    return new Fields()
        .put(Header.TAPEDECK_VERSION, "0.1.0")
        .put(Header.JVM_VENDOR, "Acme")
        .put(Header.JVM_VERSION, "17.0.1")
        .put(Header.MAIN, "com.acme.Job")
        .put(Header.MAIN_KIND, "class")
        .put(Header.ARGV, List.of("--fast", "in.csv"))
        .put(Header.CLASS_PATH, List.of("job.jar"))
        .put(Header.CWD, "/srv/job")
        .put(Header.REDACTED, List.of("API_KEY"))
        .put(Header.PROCESSORS, 3)
        .put(Header.SYSTEM_PROPERTIES, properties);
  }

  private static Failure failure(String className, String message, Failure cause) {
    Frame frame = new Frame("com.acme.Job", "run", "Job.java", 41, null, null, "app");
    return new Failure(className, message, Map.of(), cause, List.of(), List.of(frame));
  }
}
