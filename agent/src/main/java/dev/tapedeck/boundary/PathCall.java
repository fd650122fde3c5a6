package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A call of {@code sun.nio.fs.UnixNativeDispatcher}, or of another method with arguments like its own: paths
 * as {@code UnixPath} or bytes, descriptors and flags.
 */
abstract class PathCall extends Door {

  /** Where the path of a call stands. */
  enum Where {
    /** In the first argument. */
    FIRST,
    /** The name in the second argument, below the directory whose descriptor is the first. */
    BELOW,
    /** Behind the descriptor in the first argument. */
    DESCRIPTOR,
    /** Behind the stream in the first argument. */
    STREAM
  }

  private final Where where;

  PathCall(Kind kind, Scope scope, Where where) {
    super(kind, scope);
    this.where = where;
  }

  @Override
  public final boolean applies(Crossing crossing) {
    String path = find(crossing);
    crossing.kept = path;
    if (path != null && scope() == Scope.ALL) {
      written(crossing, path);
    }
    return path != null
        && (scope() != Scope.PROGRAM
            || where == Where.DESCRIPTOR
            || where == Where.STREAM
            || !PassThrough.passes(crossing, path));
  }

  /** A call that changes something; a second path is where it changes to. */
  private static void written(Crossing crossing, String path) {
    PassThrough.written(path);
    String second = second(crossing);
    if (second != null) {
      PassThrough.written(second);
    }
    if (crossing.count() == 4 && crossing.argument(3) instanceof byte[] name) { // renameat
      String target = below(crossing.number(2), text(name));
      if (target != null) {
        PassThrough.written(target);
      }
    }
  }

  /** The path that a second argument says, or a second pair of directory and name. */
  static @Nullable String second(Crossing crossing) {
    if (crossing.count() == 4 && crossing.argument(3) instanceof byte[] name) {
      return below(crossing.number(2), text(name));
    }
    Object second = crossing.count() > 1 ? crossing.argument(1) : null;
    return second != null && second.getClass().getName().equals("sun.nio.fs.UnixPath")
        ? second.toString()
        : null;
  }

  static String path(Crossing crossing) {
    return String.valueOf(crossing.kept);
  }

  private @Nullable String find(Crossing crossing) {
    switch (where) {
      case FIRST:
        return text(crossing.argument(0));
      case BELOW:
        return below(crossing.number(0), text(crossing.argument(1)));
      case DESCRIPTOR:
        return RawFiles.path(crossing.number(0));
      default:
        return RawFiles.streamed(crossing.number(0));
    }
  }

  static @Nullable String below(long directory, String name) {
    if (directory < 0 || name.startsWith("/")) {
      return name; // AT_FDCWD, or no directory
    }
    String path = RawFiles.path(directory);
    return path == null ? null : path + "/" + name;
  }

  /** The other arguments; null where there is none. */
  final @Nullable String rest(Crossing crossing) {
    StringBuilder rest = new StringBuilder();
    for (int i = where == Where.BELOW ? 2 : 1; i < crossing.count(); i++) {
      Object argument = crossing.argument(i);
      if (argument != null && argument.getClass().getName().endsWith("Attributes")) {
        continue; // takes the answer
      }
      if (argument instanceof Integer directory
          && i + 1 < crossing.count()
          && crossing.argument(i + 1) instanceof byte[] name) {
        argument = below(directory, text(name)); // the number is another one in each run
        i++;
      }
      rest.append(rest.length() == 0 ? "" : " ").append(text(argument));
    }
    return rest.length() == 0 ? null : rest.toString();
  }

  static String text(@Nullable Object argument) {
    if (argument instanceof byte[] name) {
      return String.valueOf(Names.text(name));
    }
    if (argument instanceof Object[] options) {
      StringBuilder text = new StringBuilder();
      for (Object option : options) {
        text.append(text.length() == 0 ? "" : ",").append(option);
      }
      return text.toString();
    }
    return String.valueOf(argument);
  }
}
