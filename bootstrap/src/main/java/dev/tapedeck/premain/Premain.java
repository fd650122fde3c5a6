package dev.tapedeck.premain;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way in: loads the agent where the program does not see it, and hands over. */
public final class Premain {

  private Premain() {}

  /** Called by the JVM before the program's main class is loaded. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    try {
      AgentLoader loader = new AgentLoader(StoredJar.of(Premain.class));
      open(instrumentation, loader.getUnnamedModule());
      loader.agent().accept(options == null ? "" : options, instrumentation);
    } catch (Throwable trouble) {
      if (options != null && options.contains("mode=replay")) {
        System.err.println("tapedeck: cannot replay: " + trouble);
        Runtime.getRuntime().halt(2); // it must not run in the real world instead
      }
      System.err.println(
          "tapedeck: the agent could not start, the program runs unrecorded: " + trouble);
    }
  }

  /** Lets the agent, and not the program, get at what it opens the rest with. */
  private static void open(Instrumentation instrumentation, Module agent) {
    Map<String, Set<Module>> exported = Map.of("jdk.internal.access", Set.of(agent));
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(), exported, Map.of(), Set.of(), Map.of());
  }
}
