package dev.tapedeck.runner.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AmountsTest {
  @Test
  void countsInTheRightNumber() {
    assertThat(Amounts.count(1, "event")).isEqualTo("1 event");
    assertThat(Amounts.count(0, "event")).isEqualTo("0 events");
    assertThat(Amounts.count(12_345, "event")).isEqualTo("12,345 events");
  }

  @Test
  void durationsGrowCoarserAsTheyGrowLonger() {
    assertThat(Amounts.duration(420_000_000L)).isEqualTo("0.42 s");
    assertThat(Amounts.duration(12_340_000_000L)).isEqualTo("12.3 s");
    assertThat(Amounts.duration(247_000_000_000L)).isEqualTo("4 min 7 s");
    assertThat(Amounts.duration(11_520_000_000_000L)).isEqualTo("3 h 12 min");
  }

  @Test
  void sizesHaveUnits() {
    assertThat(Amounts.bytes(812)).isEqualTo("812 bytes");
    assertThat(Amounts.bytes(4300)).isEqualTo("4.2 KiB");
    assertThat(Amounts.bytes(1L << 20)).isEqualTo("1.0 MiB");
  }

  @Test
  void momentsAreOfTheReadersZone() {
    assertThat(Amounts.moment(0, ZoneOffset.ofHours(2))).isEqualTo("1970-01-01 02:00:00");
  }

  @Test
  void ordinals() {
    assertThat(IntStream.of(1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 1203).mapToObj(Amounts::ordinal))
        .containsExactly(
            "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th",
            "1,203rd");
  }
}
