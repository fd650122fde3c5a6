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
        varying("lanes.PlatformBuilders").since(21),
        varying("lanes.Virtual").since(21));
  }
}
