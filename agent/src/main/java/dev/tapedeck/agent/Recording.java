package dev.tapedeck.agent;

import dev.tapedeck.boundary.Before;
import dev.tapedeck.boundary.Boundaries;
import dev.tapedeck.boundary.Secrets;
import dev.tapedeck.boundary.Wrap;
import dev.tapedeck.session.HashState;
import dev.tapedeck.session.RecorderSetup;
import dev.tapedeck.session.SetOrder;
import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.TapeWriter;
import dev.tapedeck.weave.ClassDump;
import dev.tapedeck.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins to record the program. */
final class Recording {

  private static final String DIRECTORY = "tapedeck-runs";

  private Recording() {}

  static void begin(Options options, Instrumentation instrumentation, HashState hashState) {
    try {
      long hashSeed = System.nanoTime() ^ System.currentTimeMillis() << 40;
      Secrets secrets = new Secrets(options.get("secrets"));
      RunHeader header = new RunHeader(secrets);
      Path base = Path.of(options.get("dir", DIRECTORY)).toAbsolutePath();
      TapeWriter tape =
          TapeWriter.create(base, header.gather(hashSeed, hashState.before(), SetOrder.current()));
      String originals = options.get("originals");
      if (originals != null) {
        Before.longest(Options.bytes("originals", originals));
      }
      List<Wrap> wraps = Boundaries.wraps(secrets);
      RecorderSetup setup = new RecorderSetup(tape, Boundaries.doors(wraps), hashState, hashSeed);
      Weaver weaver = new Weaver(
          wraps,
          Boundaries.FIRST_WRAP,
          setup.sites(),
          setup.journal(),
          hashState.found(),
          dump(options));
      weaver.install(instrumentation);
      setup.start();
    } catch (TapeException | ReflectiveOperationException trouble) {
      hashState.loosen();
      System.err.println(
          "tapedeck: cannot record, the program runs unrecorded: " + trouble.getMessage());
    } catch (RuntimeException | Error ours) {
      hashState.loosen();
      throw ours;
    }
  }

  static @Nullable ClassDump dump(Options options) {
    String directory = options.get("dump");
    return directory == null ? null : new ClassDump(directory);
  }
}
