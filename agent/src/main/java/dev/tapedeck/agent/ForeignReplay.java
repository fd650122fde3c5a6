package dev.tapedeck.agent;

import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.Places;
import dev.tapedeck.boundary.Secrets;
import dev.tapedeck.boundary.Writes;
import dev.tapedeck.session.ForeignSetup;
import dev.tapedeck.session.HashState;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.TapeReader;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/** Begins to replay what another tool has recorded: properties and variables are those of this JVM. */
final class ForeignReplay {

  private ForeignReplay() {}

  static void begin(
      Options options, Instrumentation instrumentation, HashState hashState, TapeReader tape)
      throws ReflectiveOperationException, UnmodifiableClassException {
    String writes = options.get("writes");
    if (writes != null) {
      Writes.keepIn(writes);
    }
    Places places = Places.of(Runtime.version().feature());
    Doors doors = new Doors(places, new Secrets(null, null, 0));
    ForeignSetup setup = new ForeignSetup(tape, doors, hashState, options.get("outcome"));
    setup.start(Replay.woven(
        options,
        instrumentation,
        places,
        setup.sites(),
        setup.journal(),
        hashState,
        new Fields())); // another tool says nothing of orders
  }
}
