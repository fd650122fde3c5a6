package dev.tapedeck.agent;

import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.Places;
import dev.tapedeck.boundary.Secrets;
import dev.tapedeck.session.BlesserSetup;
import dev.tapedeck.session.HashState;
import dev.tapedeck.session.SetOrder;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import dev.tapedeck.tape.Tier;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.Set;

/** Begins to record a changed program, which an old tape answers. */
final class Blessing {

  /** What the new tape has of the JVM that it is recorded on. */
  private static final Set<String> OF_THE_JVM = Set.of(
      Header.JVM_VENDOR,
      Header.JVM_VERSION,
      Header.JVM_NAME,
      Header.JAVA_HOME,
      Header.EARLY_HASHES);

  /** What it has of the program's classes, where others were given than those of the old one. */
  private static final Set<String> OF_THE_CLASSES = Set.of(
      Header.MAIN,
      Header.MAIN_KIND,
      Header.CLASS_PATH,
      Header.CLASS_PATH_DIGESTS,
      Header.MODULE_PATH);

  /** What was true of the old one alone. */
  private static final Set<String> OF_THE_OLD =
      Set.of(Header.LAST_OPERATIONS, Header.PROBLEMS, Header.RACES);

  private Blessing() {}

  /** What a recording would find out of this JVM; before anything is put back as it was recorded. */
  static Fields live(HashState hashState) throws ReflectiveOperationException {
    return new RunHeader(new Secrets(null, null, 0))
        .gather(0, hashState.before(), SetOrder.current(), Tier.IO);
  }

  static void begin(
      Options options,
      Instrumentation instrumentation,
      HashState hashState,
      TapeReader old,
      Fields live,
      Doors doors,
      Places places)
      throws ReflectiveOperationException, UnmodifiableClassException {
    Fields header = header(old.header(), live, options.get("classes") != null);
    TapeWriter tape = TapeWriter.after(Path.of(options.get("bless", "")), header);
    BlesserSetup setup = new BlesserSetup(old, tape, doors, hashState, options.get("outcome"));
    setup.start(Replay.woven(
        options, instrumentation, places, setup.sites(), setup.journal(), hashState, header));
  }

  private static Fields header(Fields old, Fields live, boolean otherClasses) {
    Fields header = new Fields();
    boolean sameClasses = live.list(Header.CLASS_PATH).equals(old.list(Header.CLASS_PATH));
    for (String key : old.keys()) {
      boolean isLive = OF_THE_JVM.contains(key)
          || otherClasses && OF_THE_CLASSES.contains(key)
          || sameClasses && key.equals(Header.CLASS_PATH_DIGESTS);
      if (!OF_THE_OLD.contains(key)) {
        copy(isLive ? live : old, key, header);
      }
    }
    header.put(Header.ORDER, Tier.IO.toString());
    return header.put(Header.BLESSED_FROM, old.text(Header.RUN_ID, ""));
  }

  private static void copy(Fields from, String key, Fields to) {
    String text = from.text(key);
    if (text != null) {
      to.put(key, text);
    } else if (from.map(key).isEmpty()) {
      to.put(key, from.list(key));
    } else {
      to.put(key, from.map(key));
    }
  }
}
