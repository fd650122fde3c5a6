package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** The doors to the time of day, and to time that passes. */
final class ClockFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        varying("clocks.SystemClocks"),
        varying("clocks.HotLoop"),
        varying("clocks.InstantNow"),
        varying("clocks.DatesOfJavaTime"),
        varying("clocks.DatesOfJavaUtil"),
        varying("clocks.Logging").talkingOnErr(),
        varying("clocks.Uptime"),
        varying("clocks.MethodReferences"),
        varying("clocks.ByReflection"),
        varying("clocks.ByMethodHandle"),
        varying("clocks.FromEverywhere"),
        varying("clocks.InsideTheJdk"),
        varying("clocks.AcrossTheJdk").talkingOnErr(),
        varying("clocks.FailureAtATime").exits(1).talkingOnErr());
  }
}
