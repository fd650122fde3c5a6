package dev.tapedeck.agent;

import dev.tapedeck.session.FreshThread;
import dev.tapedeck.session.HashState;
import dev.tapedeck.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Options, then session, then weaver. */
public final class Agent implements BiConsumer<String, Instrumentation> {

  static {
    report();
  }

  private Agent() {}

  /** Tells our loader of us, which cannot name us, and gets the hooks from it. */
  @SuppressWarnings("unchecked")
  private static void report() {
    if (Agent.class.getClassLoader() instanceof Function<?, ?> loader) {
      Opening.hooks(((Function<Agent, Map<String, byte[]>>) loader).apply(new Agent()));
    }
  }

  /** Called by the premain on the program's main thread. */
  @Override
  public void accept(String text, Instrumentation instrumentation) {
    Options options = Options.parse(text, System.getenv());
    String complaint = options.complaint();
    if (complaint != null) {
      if (options.get("mode", "record").equals("replay")) {
        throw new IllegalArgumentException(complaint); // the program must not run
      }
      System.err.println("tapedeck: " + complaint + "; the program runs unrecorded");
      return;
    }
    AgentJar.leaveClassPath();
    switch (options.get("mode", "record")) {
      case "record" -> Recording.begin(options, instrumentation, settled(instrumentation));
      case "replay" -> Replay.begin(options, instrumentation, settled(instrumentation));
      case "off" -> {}
      default ->
        System.err.println("tapedeck: mode is record, replay or off, not '"
            + options.get("mode", "")
            + "'; the program runs unrecorded");
    }
  }

  private static HashState settled(Instrumentation instrumentation) {
    HashState state = Weaver.canGiveHashes() ? FreshThread.hashState() : new HashState();
    if (!state.found()) {
      return state;
    }
    try {
      Weaver.leadHashes(instrumentation);
    } catch (UnmodifiableClassException | LinkageError refused) {
      return new HashState();
    }
    state.settle(instrumentation.getAllLoadedClasses());
    return state;
  }
}
