package dev.tapedeck.runner.json;

import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.TapeWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A writer for each of the lanes that were written to last: where two take turns, neither has to say each time whose
 * events follow.
 */
public final class LaneWriters {
  private static final int MOST = 64;

  private final TapeWriter tape;
  private final Map<Integer, ChunkWriter> open = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Integer, Long> resting = new HashMap<>();

  public LaneWriters(TapeWriter tape) {
    this.tape = tape;
  }

  /** One that stands where the lane's next event goes. */
  public ChunkWriter of(int lane) {
    ChunkWriter writer = open.get(lane);
    if (writer != null) {
      return writer;
    }
    if (open.size() >= MOST) {
      rest(open.keySet().iterator().next());
    }
    Long ordinal = resting.remove(lane);
    writer = tape.newChunkWriter();
    writer.lane(lane, ordinal == null ? 0 : ordinal);
    open.put(lane, writer);
    return writer;
  }

  /** Nothing more is written. */
  public void release() {
    open.values().forEach(ChunkWriter::release);
    open.clear();
    resting.clear();
  }

  private void rest(int lane) {
    ChunkWriter writer = open.remove(lane);
    if (writer != null) {
      resting.put(lane, writer.nextOrdinal());
      writer.release();
    }
  }
}
