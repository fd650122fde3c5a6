package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Failures keep everything, in few bytes. */
final class FailureTest {

  @Test
  @DisplayName("What was written is read")
  void roundTrip() {
    RandomEvents random = new RandomEvents(11);
    for (int i = 0; i < 500; i++) {
      Failure failure = random.failure(0);
      byte[] bytes = FailureCodec.encode(failure);
      assertThat(FailureCodec.decode(new Decoder(bytes, 0, bytes.length))).isEqualTo(failure);
    }
  }

  @Test
  @DisplayName("A stack overflow's frames take a byte or two each")
  void recursion() {
    List<Frame> frames = new ArrayList<>();
    for (StackTraceElement element : overflow()) {
      frames.add(Frame.of(element));
    }
    Failure failure =
        new Failure("java.lang.StackOverflowError", null, Map.of(), null, List.of(), frames);
    assertThat(frames).hasSize(1024);
    assertThat(FailureCodec.encode(failure).length).isLessThan(3000);
    assertThat(frames.get(0).toStackTraceElement()).isEqualTo(overflow()[0]);
  }

  @Test
  @DisplayName("Causes nested too deep are cut")
  void deep() {
    Failure failure = null;
    for (int i = 0; i < 10_000; i++) {
      failure = new Failure("a.B", "m" + i, Map.of(), failure, List.of(), List.of());
    }
    byte[] bytes = FailureCodec.encode(failure);
    Failure read = FailureCodec.decode(new Decoder(bytes, 0, bytes.length));
    int depth = 0;
    for (; read != null; read = read.cause()) {
      depth++;
    }
    assertThat(depth).isEqualTo(65);
  }

  private static StackTraceElement[] overflow() {
    try {
      return recurse(0) == 0 ? new StackTraceElement[0] : new StackTraceElement[1];
    } catch (StackOverflowError deep) {
      return deep.getStackTrace();
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int recurse(int depth) {
    return recurse(depth + 1) + 1;
  }
}
