package dev.tapedeck.session;

import org.jspecify.annotations.Nullable;

/** What a lane is doing that nobody else may do meanwhile; they stand in each other where callbacks begin more. */
final class Claim {

  /** It keeps nobody away: in a replay, and where another one of the lane does already. */
  static final int NO_SLOT = -1;

  final @Nullable Claim outer;

  @Nullable
  Claim inner;

  int slot;

  /** Whether callbacks may begin more before it ends. */
  boolean nests;

  /** The lane's count of operations with this one. */
  long op;

  Claim(@Nullable Claim outer) {
    this.outer = outer;
  }
}
