package dev.tapedeck.runner.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Given two sequences, what belongs together is found, in order, and as much as there is where little differs. */
class AlignmentTest {
  private final Random random = new Random(7);

  @Test
  void oneInsertedElementIsOneThatHasNoPartner() {
    long[] a = {1, 2, 3, 4};
    long[] b = {1, 2, 9, 3, 4};
    assertThat(Alignment.of(a, b)).containsExactly(0, 1, 3, 4);
    assertThat(Alignment.of(b, a)).containsExactly(0, 1, -1, 2, 3);
  }

  @Test
  void nothingInCommonHasNoPartners() {
    assertThat(Alignment.of(new long[] {1, 2}, new long[] {3})).containsExactly(-1, -1);
    assertThat(Alignment.of(new long[0], new long[] {3})).isEmpty();
  }

  @Test
  void asManyAsTheLongestCommonSubsequence() {
    for (int i = 0; i < 2000; i++) {
      long[] a = sequence(random.nextInt(14), 4);
      long[] b = sequence(random.nextInt(14), 4);
      int[] partners = checked(a, b);
      assertThat(Arrays.stream(partners).filter(partner -> partner >= 0).count())
          .as(Arrays.toString(a) + " " + Arrays.toString(b))
          .isEqualTo(longest(a, b));
    }
  }

  @Test
  void manyDifferencesBetweenWhatStandsOnce() {
    long[] a = LongStream.range(0, 20_000).toArray();
    long[] b = LongStream.range(0, 20_000)
        .flatMap(i -> i % 10 == 0 ? LongStream.of(-i - 1, i) : LongStream.of(i))
        .toArray();
    assertThat(Arrays.stream(checked(a, b)).filter(partner -> partner < 0)).isEmpty();
  }

  @Test
  void sequencesThatShareLittleEndSoon() {
    checked(sequence(60_000, 2), sequence(60_000, 2));
    checked(sequence(60_000, 1 << 30), sequence(60_000, 1 << 30));
  }

  /** Partners are equal and ascend. */
  private static int[] checked(long[] a, long[] b) {
    int[] partners = Alignment.of(a, b);
    int last = -1;
    for (int i = 0; i < a.length; i++) {
      if (partners[i] >= 0) {
        assertThat(b[partners[i]]).isEqualTo(a[i]);
        assertThat(partners[i]).isGreaterThan(last);
        last = partners[i];
      }
    }
    return partners;
  }

  private static int longest(long[] a, long[] b) {
    int[][] best = new int[a.length + 1][b.length + 1];
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        best[i][j] = a[i - 1] == b[j - 1]
            ? best[i - 1][j - 1] + 1
            : Math.max(best[i - 1][j], best[i][j - 1]);
      }
    }
    return best[a.length][b.length];
  }

  private long[] sequence(int length, int values) {
    return LongStream.generate(() -> random.nextInt(values)).limit(length).toArray();
  }
}
