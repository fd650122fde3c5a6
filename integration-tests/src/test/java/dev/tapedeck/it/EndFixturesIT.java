package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** The ways in which a program ends. */
final class EndFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        varying("ends.NormalReturn"),
        steady("ends.NothingAtAll"),
        varying("ends.Exit").arguments("exit").exits(3),
        varying("ends.Exit").named("ends.Exit of Runtime").arguments("runtime").exits(5),
        varying("ends.Exit").named("ends.Exit halting").arguments("halt").exits(4),
        varying("ends.ExitFromThread").exits(6),
        varying("ends.Uncaught").exits(1).talkingOnErr(),
        varying("ends.UncaughtInThread").talkingOnErr(),
        varying("ends.UncaughtHandlers").exits(1),
        steady("ends.StaticInitFails").exits(1).talkingOnErr(),
        varying("ends.OutOfMemory").jvm("-Xmx48m").exits(1),
        varying("ends.MemoryGoneForGood").jvm("-Xmx48m").exits(1),
        varying("ends.StackOverflow").exits(1),
        varying("ends.Hooks").exits(7),
        varying("ends.Daemons"),
        varying("ends.Lingering"),
        varying("ends.Lingering")
            .named("ends.Lingering after a failure")
            .arguments("main fails")
            .exits(1));
  }
}
