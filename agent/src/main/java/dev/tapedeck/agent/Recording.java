package dev.tapedeck.agent;

import dev.tapedeck.boundary.Before;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.Places;
import dev.tapedeck.boundary.Secrets;
import dev.tapedeck.session.HashState;
import dev.tapedeck.session.RecorderSetup;
import dev.tapedeck.session.SetOrder;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.KeyFile;
import dev.tapedeck.tape.Limits;
import dev.tapedeck.tape.Retention;
import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.TapeWriter;
import dev.tapedeck.tape.Tier;
import dev.tapedeck.weave.ClassDump;
import dev.tapedeck.weave.Races;
import dev.tapedeck.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Begins to record the program. */
final class Recording {

  private static final String DIRECTORY = "tapedeck-runs";

  private Recording() {}

  static void begin(Options options, Instrumentation instrumentation, HashState hashState) {
    try {
      long hashSeed = System.nanoTime() ^ System.currentTimeMillis() << 40;
      Secrets secrets = new Secrets(options.get("secrets"), options.get("secret-fields"), hashSeed);
      RunHeader header = new RunHeader(secrets);
      Tier order = Tier.of(options.get("order", "io"));
      String racing = options.get("races");
      Races races = racing == null ? null : Races.of(racing, order);
      Path base = Path.of(options.get("dir", DIRECTORY)).toAbsolutePath();
      Fields told = header.gather(hashSeed, hashState.before(), SetOrder.current(), order);
      String names = options.get("secrets");
      if (names != null) {
        told.put(Header.SECRETS, names);
      }
      String fields = options.get("secret-fields");
      if (fields != null) {
        told.put(Header.SECRET_FIELDS, fields);
      }
      if (racing != null) {
        told.put(Header.RACES, racing);
      }
      String launchedBy = options.get("launched-by");
      if (launchedBy != null) {
        told.put(Header.LAUNCHED_BY, launchedBy);
      }
      Limits limits = limits(options);
      String recipient = options.get("encrypt-to");
      TapeWriter tape = recipient == null
          ? TapeWriter.create(base, told)
          : TapeWriter.createSealed(base, told, KeyFile.readPublic(Path.of(recipient)));
      String originals = options.get("originals");
      if (originals != null) {
        Before.longest(Options.bytes("originals", originals));
      }
      Places places = Places.of(Runtime.version().feature());
      RecorderSetup setup =
          new RecorderSetup(tape, new Doors(places, secrets), hashState, hashSeed);
      if (limits != null) {
        setup.keeping(Retention.begin(base, tape.directory(), limits));
      }
      Weaver weaver = new Weaver(
          places, setup.sites(), setup.journal(), hashState.found(), order, races, dump(options));
      weaver.install(instrumentation);
      setup.start(order, weaver);
    } catch (TapeException | ReflectiveOperationException trouble) {
      hashState.loosen();
      System.err.println(
          "tapedeck: cannot record, the program runs unrecorded: " + trouble.getMessage());
    } catch (RuntimeException | Error ours) {
      hashState.loosen();
      throw ours;
    }
  }

  /** What nobody asked for loads no class. */
  private static @Nullable Limits limits(Options options) {
    String bytes = options.get("max-bytes");
    String age = options.get("max-age");
    String keep = options.get("keep");
    return bytes == null && age == null && keep == null ? null : Limits.of(bytes, age, keep);
  }

  static @Nullable ClassDump dump(Options options) {
    String directory = options.get("dump");
    return directory == null ? null : new ClassDump(directory);
  }
}
