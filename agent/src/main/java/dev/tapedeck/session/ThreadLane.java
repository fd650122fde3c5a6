package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.HttpClientSend;
import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.ChunkWriter;
import java.util.List;
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
  @Nullable
  Door door;

  @Nullable
  Crossing crossing;

  /** Whether it has come to it by a replaced call, whose frames are ours. */
  boolean replaced;

  int site;

  /** In a recording, when it asked for the end of a process, before that could be heard. */
  long signalNs;

  /** What {@link java.tapedeck.Session#answer} hands out. */
  @Nullable
  Object answer;

  @Nullable
  Throwable failure;

  /** In a recording, where its random numbers stood when it came to its door. */
  long seedBefore;

  /** What follows that. */
  Crossing.@Nullable Afterwards after;

  /** Where it records; null until it does. */
  @Nullable
  ChunkWriter writer;

  /** The thread itself, to see whether it can move. */
  final Thread thread = Thread.currentThread();

  /** In replay, whether the end of the replay knows of it. */
  boolean known;

  /** In replay, whether it waits because its lane has no more events. */
  volatile boolean waitsAtEnd;

  /** In replay, whether it waits until others have told a child process what it had heard then. */
  volatile boolean waitsForWords;

  /** In replay, whether it waits for another thread to take what it hands over. */
  volatile boolean handsOver;

  /** In replay, what other lane it waits for; null while it does not. */
  volatile @Nullable Turn turn;

  ThreadLane(Lane own) {
    this.own = own;
    this.lane = own;
    ours.seed(~own.place());
  }

  /** The lane that the writer is set to. */
  @Nullable
  Lane writing;

  /** The task that it has entered last; null where it is in none. */
  @Nullable
  Entered entered;

  /**
   * A task that a thread is in.
   *
   * @param left the lane that it was in, and goes back to
   * @param before the task that it was in
   */
  record Entered(Object task, Lane left, @Nullable Entered before) {}

  /** The request that it is sending; null while it does not. */
  @Nullable
  HttpClientSend send;

  /** How often it is telling the program what has come over a wire, one within the other. */
  int tells;

  /** What it has begun in its task; null for nothing. */
  @Nullable
  List<Wire> wires;

  /** How many operations deep it is within which nothing has a place in the order. */
  int paused;

  /** How many definitions of classes, and searches for them, deep the thread is. */
  int defining;

  /** Where the hash codes come from of what is first asked for behind a door, or by us. */
  final HashState.Words ours = new HashState.Words();

  void leaveDoor() {
    depth = 0;
    door = null;
    crossing = null;
  }

  /** Whether it is about the tape's own files, perhaps in the middle of a clock read, which is no door, and with little stack. */
  boolean isMakingRoom() {
    ChunkWriter recording = writer;
    return recording != null && recording.isMakingRoom();
  }

  /** An event that could not be written leaves a gap: the next one must not stand in its place. */
  void gapUnless(boolean written) {
    ChunkWriter recording = writer;
    if (!written && recording != null) {
      recording.skip();
    }
  }

  /** Lets another thread go on where this one, which ends, has recorded. */
  void release() {
    ChunkWriter recording = writer;
    if (recording != null) {
      stopWriting();
      recording.release();
      writer = null;
    }
  }

  /** Lets another thread go on in the lane that this one has written to. */
  void stopWriting() {
    ChunkWriter recording = writer;
    if (recording != null && writing != null) {
      writing.ordinal = recording.nextOrdinal();
      writing = null;
    }
  }
}
