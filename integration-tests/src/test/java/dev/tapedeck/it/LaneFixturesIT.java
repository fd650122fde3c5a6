package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** Programs of many threads: each thread and each task is told the same again. */
final class LaneFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        varying("lanes.NamedThreads"),
        varying("lanes.Tasks"),
        varying("lanes.Futures"),
        varying("lanes.NestedPools"),
        varying("lanes.ManyThreads"),
        varying("lanes.RemovedTasks").jvm("-Xmx64m"),
        varying("lanes.StartedEverywhere"),
        varying("lanes.WorkerNames").replayedOften(),
        varying("lanes.BareReferences").replayedOften(),
        varying("lanes.IdlePool").replayingQuicker(),
        varying("lanes.HandedLast").exits(3),
        racing("lanes.Chorus"),
        racing("lanes.ChorusOfTasks"),
        racing("lanes.ChorusWithACrash").exits(1),
        racing("lanes.ChorusCutShort")
            .named("lanes.ChorusCutShort by exit")
            .arguments("exit")
            .exits(3),
        racing("lanes.ChorusCutShort")
            .named("lanes.ChorusCutShort by halt")
            .arguments("halt")
            .exits(4),
        racing("lanes.ChorusCutShort").named("lanes.ChorusCutShort by return").arguments("return"),
        racing("lanes.ChorusOfChildren"),
        racing("lanes.ChorusWithoutAnEar"),
        racing("lanes.ChorusOfMany").jvm("-Xmx32m"),
        varying("lanes.PlatformBuilders").since(21),
        varying("lanes.Virtual").since(21));
  }

  /** Who says what when is chance. */
  private static Fixture racing(String name) {
    return varying(name).talkingOnErr().replayedOften();
  }
}
