package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.open;
import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** The doors to chance, and what the JVM itself leaves to it. */
final class RandomFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        varying("randomness.Randoms"),
        varying("randomness.MathRandom"),
        varying("randomness.ThreadLocalRandoms"),
        varying("randomness.SplittableRandoms"),
        varying("randomness.Generators"),
        varying("randomness.SecureRandoms"),
        varying("randomness.Keys"),
        varying("randomness.Uuids"),
        varying("randomness.Shuffles"),
        varying("randomness.ImmutableOrder"),
        open("randomness.IdentityHashes"),
        open("randomness.IdentityOrder"),
        varying("randomness.IdentityAfterWaiting"),
        open("randomness.IdentityByOtherWays"),
        open("randomness.IdentityInThreads"),
        open("randomness.LambdaNames"));
  }
}
