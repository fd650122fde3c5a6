package dev.tapedeck.tape;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An exception as the tape holds it: everything needed to throw its like again. */
public final class Failure {

  private final String className;
  private final @Nullable String message;
  private final Map<String, @Nullable String> fields;
  private final @Nullable Failure cause;
  private final List<Failure> suppressed;
  private final List<Frame> frames;

  /**
   * @param fields what the class needs beside a message, for instance {@code file}, {@code other} and
   *     {@code reason} of a {@code FileSystemException}; in this order on the tape
   * @param frames innermost first; of a failure at a boundary those above the door alone
   */
  public Failure(
      String className,
      @Nullable String message,
      Map<String, @Nullable String> fields,
      @Nullable Failure cause,
      List<Failure> suppressed,
      List<Frame> frames) {
    this.className = className;
    this.message = message;
    this.fields = fields;
    this.cause = cause;
    this.suppressed = suppressed;
    this.frames = frames;
  }

  public String className() {
    return className;
  }

  public @Nullable String message() {
    return message;
  }

  public Map<String, @Nullable String> fields() {
    return fields;
  }

  public @Nullable Failure cause() {
    return cause;
  }

  public List<Failure> suppressed() {
    return suppressed;
  }

  public List<Frame> frames() {
    return frames;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Failure that
        && className.equals(that.className)
        && Objects.equals(message, that.message)
        && fields.equals(that.fields)
        && Objects.equals(cause, that.cause)
        && suppressed.equals(that.suppressed)
        && frames.equals(that.frames);
  }

  @Override
  public int hashCode() {
    return 31 * className.hashCode() + Objects.hashCode(message);
  }

  @Override
  public String toString() {
    return message == null ? className : className + ": " + message;
  }
}
