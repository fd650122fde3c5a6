package dev.tapedeck.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Given values that must not be seen, a text has none of them. */
class StandInsTest {
  private final StandIns standIns = new StandIns();

  @Test
  void eachIsReplacedWhereverItStands() {
    standIns.stands("######", "secret");
    standIns.stands("++++++++", "s3cr3t-2");

    assertThat(standIns.without("secret")).isEqualTo("######");
    assertThat(standIns.without("a secret, s3cr3t-2 and secretsecret!"))
        .isEqualTo("a ######, ++++++++ and ############!");
    assertThat(standIns.without("secre")).isEqualTo("secre");
    assertThat(standIns.without("no secre t here")).isEqualTo("no secre t here");
  }

  @Test
  void ofTwoThatBeginAlikeTheLongerIs() {
    standIns.stands("------", "secret");
    standIns.stands("++++++++++", "secret-key");

    assertThat(standIns.without("<secret-key|secret-kez>")).isEqualTo("<++++++++++|-------kez>");
  }

  @Test
  void whatIsShortIsNotLookedFor() {
    standIns.stands("#####", "12345");

    assertThat(standIns.of("12345")).isEqualTo("#####");
    assertThat(standIns.without("0123456")).isEqualTo("0123456");
  }

  @Test
  void amongAThousandNoneIsOverlooked() {
    Random random = new Random(1);
    String[] values = new String[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = word(random, 6 + random.nextInt(20));
      standIns.stands("*".repeat(values[i].length()), values[i]);
    }
    for (String value : values) {
      String before = word(random, random.nextInt(40)).toUpperCase(Locale.ROOT);
      assertThat(standIns.without(before + value + before))
          .isEqualTo(before + "*".repeat(value.length()) + before);
    }
  }

  @Test
  void theOldestAreForgotten() {
    for (int i = 0; i < 100_010; i++) {
      standIns.stands("x", "value-" + i);
    }

    assertThat(standIns.of("value-9")).isNull();
    assertThat(standIns.of("value-10")).isEqualTo("x");
    assertThat(standIns.without("value-9.")).isEqualTo("value-9.");
    assertThat(standIns.without("value-100009")).isEqualTo("x");
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
