package dev.tapedeck.agent;

import dev.tapedeck.boundary.Boundaries;
import dev.tapedeck.boundary.ProcessVariables;
import dev.tapedeck.boundary.Secrets;
import dev.tapedeck.boundary.Wrap;
import dev.tapedeck.session.ReplayerSetup;
import dev.tapedeck.session.SetOrder;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Begins to replay a run. Where that is not possible the program must not run at all. */
final class Replay {

  private static final int TROUBLE = 2;

  private Replay() {}

  static void begin(Options options, Instrumentation instrumentation) {
    try {
      TapeReader tape = TapeReader.open(Path.of(options.get("run", "")));
      Fields header = tape.header();
      RecordedProperties.restore(header);
      Map<String, String> variables = header.map(Header.ENVIRONMENT);
      ProcessVariables.ofThisProcess()
          .replace(
              variables.keySet().toArray(new String[0]), variables.values().toArray(new String[0]));
      List<Wrap> wraps = Boundaries.wraps(new Secrets(null));
      ReplayerSetup setup = new ReplayerSetup(
          tape,
          Boundaries.doors(wraps),
          options.get("outcome"),
          options.get("until"),
          options.get("debugged") != null);
      Weaver weaver = new Weaver(
          wraps, Boundaries.FIRST_WRAP, setup.sites(), setup.journal(), Recording.dump(options));
      setup.rehearse();
      weaver.install(instrumentation);
      new SetOrder(
              header.number(Header.SET_SALT, 0),
              Boolean.parseBoolean(header.text(Header.SET_REVERSE)))
          .install(instrumentation);
      setup.start();
    } catch (Throwable trouble) {
      String message = trouble.getMessage();
      System.err.println("tapedeck: cannot replay: " + (message == null ? trouble : message));
      Runtime.getRuntime().halt(TROUBLE);
    }
  }
}
