package dev.tapedeck.premain;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The way in: brings the hooks into the bootstrap loader and hands over to the agent. */
public final class Premain {

  private Premain() {}

  /** Called by the JVM before the program's main class is loaded. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    try {
      open(instrumentation, Premain.class.getModule());
      NestedClasses.defineInBootstrap(Premain.class, "/tapedeck/bootstrap.jar");
      open(instrumentation, Class.forName("java.tapedeck.Hooks", false, null).getModule());
      AgentLoader loader =
          new AgentLoader(NestedClasses.read(Premain.class, "/tapedeck/agent.jar"));
      open(instrumentation, loader.getUnnamedModule());
      agent(loader).accept(options == null ? "" : options, instrumentation);
    } catch (Throwable trouble) {
      System.err.println(
          "tapedeck: the agent could not start, the program runs unrecorded: " + trouble);
    }
  }

  @SuppressWarnings("unchecked")
  private static BiConsumer<String, Instrumentation> agent(AgentLoader loader) throws Exception {
    // Not by reflection: on newer JDKs that spins method handles before the program has begun.
    Class<?> agent = loader.loadClass("dev.tapedeck.agent.Agent");
    return (BiConsumer<String, Instrumentation>)
        jdk.internal.misc.Unsafe.getUnsafe().allocateInstance(agent);
  }

  private static void open(Instrumentation instrumentation, Module to) {
    Module base = Object.class.getModule();
    Set<Module> us = Set.of(to);
    Map<String, Set<Module>> opened = Map.of(
        "jdk.internal.misc", us,
        "jdk.internal.access", us,
        "sun.nio.ch", us,
        "sun.nio.fs", us,
        "java.lang", us,
        "java.io", us,
        "java.util", us);
    instrumentation.redefineModule(base, Set.of(), opened, opened, Set.of(), Map.of());
  }
}
