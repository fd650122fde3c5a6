package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Given a run that is packed and sent to a colleague, when all else is gone, then it replays there as it would have here. */
final class PortableIT {

  @EachJdk
  void packedWithItsClassesItNeedsNothingElse(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.varying("clocks.SystemClocks")
        .started(j -> List.of("-cp", "classes", "fixture.clocks.SystemClocks"));
    try (Take take = new Take(fixture, jdk)) {
      String name = "fixture/clocks/SystemClocks.class";
      take.world()
          .put("classes/" + name, Files.readAllBytes(FixtureClasses.of17().resolve(name)));
      Ran recorded = take.record();
      Path packed = take.world().bench().resolveSibling("sent.tape.zip");
      Path again = take.world().bench().resolveSibling("again.tape.zip");
      isFine(take.tapedeck("pack", "--with-classpath", "-o", packed.toString()));
      isFine(take.tapedeck("pack", "--with-classpath", "-o", again.toString()));
      assertThat(again).hasSameBinaryContentAs(packed);
      Ran cat = take.tapedeck("cat");
      World.delete(take.world().tapes());
      take.worldIsGone();
      Verdict.isFaithful(recorded, on(take, "replay", packed));
      assertThat(on(take, "cat", packed).outBytes()).isEqualTo(cat.outBytes());
      isFine(on(take, "verify", packed));
      take.isDone();
    }
  }

  /** Through JSON Lines, and back to a run directory. */
  @EachJdk
  void unpackedItIsARunLikeAnother(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.varying("clocks.SystemClocks"), jdk)) {
      Ran recorded = take.record();
      Path lines = take.world().bench().resolveSibling("sent.tape");
      Path packed = take.world().bench().resolveSibling("sent.tape.zip");
      isFine(take.tapedeck("export", "--jsonl", "-o", lines.toString()));
      isFine(take.tapedeck("pack", "-o", packed.toString()));
      isFine(take.tapedeck("diff", packed.toString()));
      World.delete(take.world().tapes());
      take.worldIsGone();
      Verdict.isFaithful(recorded, on(take, "replay", lines));
      Path base = take.world().bench().resolveSibling("unpacked");
      Ran unpacked = on(take, "unpack", packed, "-d", base.toString());
      isFine(unpacked);
      Path run = Path.of(unpacked.out().strip());
      Verdict.isFaithful(recorded, on(take, "replay", run));
      Path again = take.world().bench().resolveSibling("again.tape.zip");
      isFine(on(take, "pack", run, "-o", again.toString()));
      assertThat(again).hasSameBinaryContentAs(packed);
      take.isDone();
    }
  }

  private static Ran on(Take take, String verb, Path tape, String... options) {
    List<String> line = new ArrayList<>(List.of(verb, tape.toString()));
    line.addAll(List.of(options));
    return take.command(line);
  }

  private static void isFine(Ran ran) {
    assertThat(ran.exit()).as(ran::toString).isZero();
  }
}
