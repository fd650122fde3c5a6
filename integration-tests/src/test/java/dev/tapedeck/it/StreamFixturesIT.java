package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;

import java.util.List;
import java.util.Random;

/** Standard input, output and error. */
final class StreamFixturesIT implements Replayed {
  private static final String LINES = "1 2 three\nfour\n\nżółć five\nwithout an end";

  @Override
  public List<Fixture> fixtures() {
    return List.of(
        steady("streams.StdinBytes").stdin("0123456789abcdefghijklmnopqrstuvwxyz\n"),
        steady("streams.StdinBytes").named("streams.StdinBytes of nothing"),
        varying("streams.StdinReaders").arguments("scanner").stdin(LINES),
        varying("streams.StdinReaders")
            .named("streams.StdinReaders buffered")
            .arguments("buffered")
            .stdin(LINES),
        steady("streams.StdinReaders")
            .named("streams.StdinReaders of nothing")
            .arguments("buffered"),
        steady("streams.StdinDirect").stdin(LINES),
        varying("streams.StdinLarge").stdin(randomBytes(1_000_000)),
        varying("streams.Channels").stdin("0123456789abcdefghijklmnopqrstuvwxyz\n"),
        varying("streams.Stdout"),
        varying("streams.OutputDirect"),
        varying("streams.SetOut"),
        varying("streams.LargeOutput"),
        steady("streams.Encodings").arguments("żółć"),
        steady("streams.Encodings")
            .named("streams.Encodings of ASCII")
            .arguments("pear")
            .environment("LC_ALL", "POSIX"),
        steady("streams.Encodings")
            .named("streams.Encodings told")
            .arguments("żółć")
            .jvm("-Dfile.encoding=ISO-8859-2", "-Dstdout.encoding=UTF-16LE"),
        steady("streams.ClosedOut"));
  }

  private static byte[] randomBytes(int size) {
    byte[] bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
