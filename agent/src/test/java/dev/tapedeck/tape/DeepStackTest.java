package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack may run out anywhere in the writer. */
final class DeepStackTest {

  @TempDir
  Path base;

  @Test
  @DisplayName("An append that throws has written nothing, and the next one works")
  void stackOverflow() throws Exception {
    dive(TapeWriter.create(base, new Fields()), null);
  }

  @Test
  @DisplayName("So it is where events are sealed")
  void stackOverflowAndSealed() throws Exception {
    KeyPair keys = KeyPair.in(base, "tapes.key");
    dive(TapeWriter.createSealed(base, new Fields(), keys.recipient()), keys.key());
  }

  private static void dive(TapeWriter tape, TapeKey key) throws Exception {
    Diver diver = new Diver(tape.newChunkWriter());
    Thread thread = new Thread(null, diver, "diver", 256 * 1024);
    thread.start();
    thread.join();
    tape.end(new RunEnd(0, true, "return", null, 0, 0));

    assertThat(diver.overflows).isGreaterThan(100);
    TapeReader reader = TapeReader.open(tape.directory(), key);
    assertThat(reader.problems()).isEmpty();
    assertThat(reader.events(5)).isEqualTo(diver.written);
    LaneEvents events = reader.lane(5);
    for (long i = 0; i < diver.written; i++) {
      Event event = events.next();
      long value = (Long) event.answer()[0];
      assertThat(value).isEqualTo(i * 1000);
    }
  }

  private static final class Diver implements Runnable {

    private final ChunkWriter writer;
    private final Random random = new Random(1);
    private long written;
    private int overflows;

    Diver(ChunkWriter writer) {
      this.writer = writer;
    }

    @Override
    public void run() {
      writer.lane(5, 0);
      for (int i = 0; i < 300; i++) {
        try {
          dive(random.nextInt(3));
        } catch (VirtualMachineError deep) { // which the JDK wraps where it reflects
          overflows++;
        }
        append(random.nextInt(3));
      }
    }

    @SuppressWarnings("InfiniteRecursion")
    private void dive(int sort) {
      append(sort);
      dive(sort);
    }

    private void append(int sort) {
      if (sort == 0) {
        writer.clock(2, 9, written * 1000);
      } else {
        writer
            .begin(Kinds.RANDOM_LONG, 9, written)
            .putString(sort == 1 ? "seed" : "s".repeat((int) (written % 1000)))
            .putLong(written * 1000)
            .commit();
      }
      written++;
    }
  }
}
