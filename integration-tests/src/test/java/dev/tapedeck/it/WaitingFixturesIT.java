package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** The doors a program waits at. */
final class WaitingFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        varying("waiting.LongWaits").replayingQuicker(),
        varying("waiting.MethodReferences"),
        varying("waiting.Sleeps"),
        varying("waiting.Interrupted"),
        varying("waiting.ObjectWaits"),
        varying("waiting.Handshake"),
        varying("waiting.Joins"),
        varying("waiting.Parks"),
        varying("waiting.Durations").since(21));
  }
}
