package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.tape.ChunkWriter;
import org.jspecify.annotations.Nullable;

/** What a thread is doing at the moment: its lane, and the crossing it is in. */
final class ThreadLane {

  /** The lane that the thread itself is; tasks run in lanes of their own. */
  final Lane own;

  /** The lane that runs now. */
  Lane lane;

  /** The program's line that is about to call into the JDK; 0 where it is not known. */
  int hint;

  /** How many doors deep the thread is; doors behind the first one are no questions. */
  int depth;

  /** The door it has come to; null when it passes unrecorded. */
  @Nullable Door door;

  @Nullable Crossing crossing;
  int site;

  /** What {@link java.tapedeck.Session#answer} hands out. */
  @Nullable Object answer;

  @Nullable Throwable failure;

  /** Where it records; null until it does. */
  @Nullable ChunkWriter writer;

  /** The thread itself, to see whether it can move. */
  final Thread thread = Thread.currentThread();

  /** In replay, whether the end of the replay knows of it. */
  boolean known;

  /** In replay, whether it waits because its lane has no more events. */
  volatile boolean waitsAtEnd;

  ThreadLane(Lane own) {
    this.own = own;
    this.lane = own;
  }

  /** Keeps the thread's hash state with the lane that runs. */
  void takeHash(HashState state) {
    state.take(lane.hashState);
  }

  /** Gives the thread the hash state of the lane that runs. */
  void putHash(HashState state) {
    state.put(lane.hashState);
  }

  /** The lane that the writer is set to. */
  @Nullable Lane writing;

  void leaveDoor() {
    depth = 0;
    door = null;
    crossing = null;
  }
}
