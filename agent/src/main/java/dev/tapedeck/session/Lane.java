package dev.tapedeck.session;

import dev.tapedeck.tape.LaneEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One causal sequence of events: the program's main thread, or what a lane has started.
 *
 * <p>Only the thread that runs the lane touches it, but for what it is born with.
 */
final class Lane {

  static final int NOT_ON_TAPE = -1;

  /** From here on the lanes without a parent are workers of pools; below they are the JVM's own. */
  static final int WORKERS = 1000;

  final @Nullable Lane parent;

  /** From 1 among what the parent started; the place of birth without a parent. */
  final int index;

  final String threadName;

  /** The number on the tape; {@link #NOT_ON_TAPE} until it is needed, or where the tape has no such lane. */
  int id = NOT_ON_TAPE;

  /** How many lanes this one has started. */
  int children;

  /** In replay, whether it has said something after the last event of a tape that was cut off. */
  boolean spoke;

  /** From here on they are static initialisers of classes. */
  static final int CLASSES = 1_000_000;

  static final long UNKNOWN = -1;

  /** How many ordered operations it has done. */
  long ops;

  /** In a recording, whether it is among the lanes that may do more of them. */
  boolean isLive;

  /** The lane that has come to them before it; null for none. */
  @Nullable
  Lane older;

  @Nullable
  Lane newer;

  /** In replay, how many it had done when the run ended; {@link #UNKNOWN} until that is looked for. */
  long lastOp = UNKNOWN;

  /** What it is at, in {@link java.tapedeck.Orderer#begin}; null for nothing. */
  @Nullable
  Claim claim;

  /** One that is free, for the next. */
  @Nullable
  Claim spare;

  /** In a recording, what stands in a slot that it has claimed, but for the count; 0 until then. */
  long slot;

  /** In replay, which of its operations the tape orders next; beyond all if none before the next other event. */
  long orderedOp = UNKNOWN;

  /** In replay, what others see of its operations; null until the first. */
  @Nullable
  Progress progress;

  /** In replay, what it said after its last event; null for nothing. */
  @Nullable
  Beyond beyond;

  /** How many lambdas it was the first to make. */
  int lambdas;

  /** How many events it has recorded, or consumed. */
  long ordinal;

  /** In replay, when it consumed the last one, on the live clock. */
  volatile long movedAtNs;

  /** In replay, the events to come; null where the tape has no such lane. */
  @Nullable
  LaneEvents events;

  /** Where a changed program records, what an old tape has of it; null where it has not been looked for, or is not there. */
  @Nullable
  OldLane old;

  /** In replay, what happens beside it; null where nothing does. */
  @Nullable
  List<Aside> asides;

  /** Where the identity hash codes come from that the lane is the first to ask for. */
  final HashState.Words hashes = new HashState.Words();

  /** The line that it was at when another lane took its place on the thread; 0 for none. */
  int hint;

  /** The seed of {@code ThreadLocalRandom} while a task runs on the lane's thread. */
  long randomSeed;

  Lane(@Nullable Lane parent, int index, String threadName) {
    this.parent = parent;
    this.index = index;
    this.threadName = threadName;
  }

  /** Begins one more claim. */
  Claim open(int slot, boolean nests) {
    Claim opened = spare;
    if (opened == null || opened.outer != claim) {
      opened = new Claim(claim);
    }
    spare = opened.inner;
    opened.slot = slot;
    opened.nests = nests;
    opened.op = ++ops;
    claim = opened;
    return opened;
  }

  /** Whether it is at something in that slot: by a subject that is its own, or shares the slot. */
  boolean isAt(int slot) {
    for (Claim at = claim; at != null; at = at.outer) {
      if (at.slot == slot) {
        return true;
      }
    }
    return false;
  }

  /** Ends the claim that was begun last. */
  void close(Claim closed) {
    Claim outer = closed.outer;
    closed.inner = spare;
    spare = closed;
    claim = outer;
  }

  /** Whether it is one of the JVM's own threads, whose timing is no one's. */
  boolean isJvms() {
    return parent == null && isJvms(index);
  }

  /** The same of a lane without a parent, by its index. */
  static boolean isJvms(int index) {
    return index > 0 && index < WORKERS;
  }

  /** A number that depends on the lane's place among the lanes and on nothing else. */
  long place() {
    long above = parent == null ? 0x9E3779B97F4A7C15L : parent.place();
    int born = parent == null && index >= WORKERS ? threadName.hashCode() : index;
    return (above ^ born) * 0xBF58476D1CE4E5B9L + 0x94D049BB133111EBL;
  }

  @Override
  public String toString() {
    return parent == null ? Integer.toString(index) : parent + "." + index;
  }
}
