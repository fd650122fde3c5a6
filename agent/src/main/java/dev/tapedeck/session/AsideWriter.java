package dev.tapedeck.session;

import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.TapeWriter;
import java.tapedeck.ChildOutput;

/**
 * Records what happens beside a lane, at places of that lane which nobody but the world decides: what
 * its child processes say on shared streams, and when they end.
 */
final class AsideWriter {

  private final Lane lane;
  private final ThreadLane thread;
  private final Lane parent;
  private final int site;
  private final ChunkWriter writer;

  /**
   * Begins a lane that is on the tape already.
   *
   * @param thread runs the parent
   */
  AsideWriter(TapeWriter tape, ThreadLane thread, Lane lane) {
    this.lane = lane;
    this.thread = thread;
    this.parent = thread.lane;
    this.site = thread.site;
    this.writer = tape.newChunkWriter();
    writer.lane(lane.id, 0);
  }

  synchronized void said(ChildOutput output, byte[] bytes, int count, long place) {
    EventWriter event = writer.begin(Kinds.PROCESS_OUTPUT, site, System.nanoTime());
    event.putLong(output.pid).putString(output.stream);
    event.putLong(at()).putBytes(bytes, 0, count).putLong(place);
    event.commit();
  }

  synchronized void ended(long pid) {
    EventWriter event = writer.begin(Kinds.PROCESS_EXIT, site, System.nanoTime());
    event.putLong(pid).putLong(at()).commit();
    writer.release();
  }

  synchronized void release() {
    writer.release();
  }

  /** How many events the parent has; whoever runs it may be a little further. */
  private long at() {
    ChunkWriter parents = thread.writer;
    return thread.writing == parent && parents != null ? parents.nextOrdinal() : parent.ordinal;
  }

  Lane lane() {
    return lane;
  }
}
