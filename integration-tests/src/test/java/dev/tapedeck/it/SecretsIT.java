package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Given secrets in the environment, when a program is recorded, then none of them is on the tape, and the program replays. */
final class SecretsIT {
  private static final String SECRET = "correct-horse-battery-staple";

  @EachJdk
  void noSecretReachesTheTape(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.open("host.Secrets");
    for (String name : List.of(
        "DB_PASSWORD", "api_token", "MY_SECRET_NAME", "AWS_ACCESS_KEY_ID", "GOOGLE_CREDENTIALS")) {
      fixture.environment(name, SECRET);
    }
    fixture.environment("HARMLESS", "not hidden");
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record();
      assertThat(recorded.out()).contains("DB_PASSWORD true");
      assertNowhere(take.tape(), SECRET);
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      take.isDone();
    }
  }

  @EachJdk
  void whatIsSecretCanBeSaid(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.open("host.Secrets")
        .environment("RECIPE", SECRET)
        .environment("DB_PASSWORD", "shown");
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record("secrets=REC*;nothing");
      assertNowhere(take.tape(), SECRET);
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      take.isDone();
    }
  }

  /** Given credentials of all kinds in requests and responses, the tape has none of them, and yet the program replays. */
  @EachJdk
  void noCredentialReachesTheTape(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.open("http.UrlLogins")
        .environment("MODEL_API_KEY", "hush-hush-variable")
        .served();
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record();
      assertThat(recorded.exit()).as("recorded: " + recorded).isZero();
      for (String secret :
          List.of("hush-hush", coded("me:hush-hush-basic"), coded("user:hush-hush-password"))) {
        assertNowhere(take.tape(), secret);
      }
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      take.isDone();
    }
  }

  /** Given fields of JSON that are said to be secret, the tape has none of their values, and yet the program replays. */
  @EachJdk
  void noSecretFieldReachesTheTape(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.varying("http.Granted").served(), jdk)) {
      Ran recorded = take.record("secret-fields=access_token;password;pin*");
      assertThat(recorded.exit()).as("recorded: " + recorded).isZero();
      for (String secret : List.of("hush-hush", "777000", "7770007")) {
        assertNowhere(take.tape(), secret);
      }
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      take.isDone();
    }
  }

  private static String coded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1));
  }

  private static void assertNowhere(Path tape, String secret) throws IOException {
    try (Stream<Path> files = Files.walk(tape)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
            .as(file + " holds a secret")
            .doesNotContain(secret);
      }
    }
  }
}
