package dev.tapedeck.agent;

import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.Places;
import dev.tapedeck.boundary.ProcessVariables;
import dev.tapedeck.boundary.Secrets;
import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.boundary.Writes;
import dev.tapedeck.session.HashState;
import dev.tapedeck.session.ReplayerSetup;
import dev.tapedeck.session.SetOrder;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeKey;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.Tier;
import dev.tapedeck.weave.Races;
import dev.tapedeck.weave.Weaver;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.Map;

/** Begins to replay a run. Where that is not possible the program must not run at all. */
final class Replay {

  private static final int TROUBLE = 2;

  private Replay() {}

  static void begin(Options options, Instrumentation instrumentation, HashState hashState) {
    try {
      String key = options.get("key");
      TapeReader tape = TapeReader.open(
          Path.of(options.get("run", "")), key == null ? null : new TapeKey(Path.of(key)));
      if (options.get("foreign") != null) {
        ForeignReplay.begin(options, instrumentation, hashState, tape);
        return;
      }
      Fields header = tape.header();
      String anew = options.get("anew");
      if (anew != null) {
        startAnewIfBegunOtherwise(header, hashState, options, new File(anew));
      }
      boolean blesses = options.get("bless") != null;
      Fields live = blesses ? Blessing.live(hashState) : header;
      RecordedProperties.restore(header);
      Map<String, String> variables = header.map(Header.ENVIRONMENT);
      ProcessVariables.ofThisProcess()
          .replace(
              variables.keySet().toArray(new String[0]), variables.values().toArray(new String[0]));
      String writes = options.get("writes");
      if (writes != null) {
        Writes.keepIn(writes);
      }
      Places places = Places.of(Runtime.version().feature());
      Secrets secrets = new Secrets(
          header.text(Header.SECRETS),
          header.text(Header.SECRET_FIELDS),
          header.number(Header.HASH_SEED, 0));
      Doors doors = new Doors(places, secrets);
      if (blesses) {
        Blessing.begin(options, instrumentation, hashState, tape, live, doors, places);
      } else {
        replay(options, instrumentation, hashState, tape, doors, places);
      }
    } catch (Throwable trouble) {
      String message = trouble.getMessage();
      System.err.println("tapedeck: cannot replay: " + (message == null ? trouble : message));
      Runtime.getRuntime().halt(TROUBLE);
    }
  }

  private static void replay(
      Options options,
      Instrumentation instrumentation,
      HashState hashState,
      TapeReader tape,
      Doors doors,
      Places places)
      throws ReflectiveOperationException, UnmodifiableClassException {
    ReplayerSetup setup = new ReplayerSetup(
        tape,
        doors,
        hashState,
        options.get("outcome"),
        options.get("until"),
        options.get("debugged") != null,
        "recorded".equals(options.get("pace")));
    setup.start(woven(
        options,
        instrumentation,
        places,
        setup.sites(),
        setup.journal(),
        hashState,
        tape.header()));
  }

  /** Has classes woven as that header says, and sets found in its order. */
  static Weaver woven(
      Options options,
      Instrumentation instrumentation,
      Places places,
      SiteTable sites,
      WeaveJournal journal,
      HashState hashState,
      Fields header)
      throws ReflectiveOperationException, UnmodifiableClassException {
    Tier order = Tier.of(header.text(Header.ORDER, "io"));
    Races races = Races.of(header.text(Header.RACES), order);
    Weaver weaver = new Weaver(
        places, sites, journal, hashState.found(), order, races, Recording.dump(options));
    weaver.install(instrumentation);
    new SetOrder(
            header.number(Header.SET_SALT, 0),
            Boolean.parseBoolean(header.text(Header.SET_REVERSE)))
        .install(instrumentation);
    return weaver;
  }

  /**
   * Asks for another start if the JVM has not begun as it did then: with other encodings, or, if it is
   * the same JVM, with other identity hash codes before we came.
   */
  private static void startAnewIfBegunOtherwise(
      Fields header, HashState hashState, Options options, File offer) throws IOException {
    boolean otherEncodings =
        options.get("encodings") != null && !RecordedProperties.sameEncodings(header);
    boolean otherHashes =
        System.getProperty("java.vm.version", "").equals(header.text(Header.JVM_VERSION))
            && header.has(Header.EARLY_HASHES)
            && header.number(Header.EARLY_HASHES, 0) != hashState.before();
    boolean isSaid = !otherEncodings || new File(offer.getPath() + ".encodings").createNewFile();
    if ((otherEncodings || otherHashes) && isSaid && offer.delete()) {
      Runtime.getRuntime().halt(TROUBLE);
    }
  }
}
