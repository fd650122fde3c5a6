package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something that has come from outside over a wire. */
public abstract class Arrival {

  private static final String AT_ONCE = " at once";

  private final Kind kind;
  private final @Nullable Throwable failure;
  private boolean follows;

  Arrival(Kind kind, @Nullable Throwable failure) {
    this.kind = kind;
    this.failure = failure;
  }

  /** The kind of event that it is. */
  public final Kind kind() {
    return kind;
  }

  /** What has come instead of an answer. */
  public final @Nullable Throwable failure() {
    return failure;
  }

  /** Says what it belongs to: the question fields of the kind. */
  public abstract void ask(FieldSink question) throws IOException;

  /** Says what has come, unless it is a failure: the answer fields of the kind. */
  public abstract void tell(FieldSink answer) throws IOException;

  /** In a replay, whether the program has done all that it had done when this came. */
  public boolean isDue() {
    return true;
  }

  /** Whether whoever tells the program of something may go on with this. */
  public boolean mayFollow() {
    return false;
  }

  /** Whether it was told at once after what had come before, by the same call of the executor. */
  public final boolean follows() {
    return follows;
  }

  /** Says whether. */
  public final void follows(boolean at) {
    follows = at;
  }

  /** What came, and how it was told. */
  final String manner(String what) {
    return follows ? what + AT_ONCE : what;
  }

  /** What came, without how it was told. */
  static String withoutManner(String what) {
    return isAtOnce(what) ? what.substring(0, what.length() - AT_ONCE.length()) : what;
  }

  /** Whether an event tells of what was told at once after what had come before. */
  public static boolean isAtOnce(Kind kind, @Nullable Object[] question) {
    return kind.id() == Kinds.HTTP_RECEIVE.id()
        && question[0] instanceof String what
        && isAtOnce(what);
  }

  static boolean isAtOnce(String what) {
    return what.endsWith(AT_ONCE);
  }

  /** Tells the program, in the wire's lane. */
  public abstract void happen();
}
