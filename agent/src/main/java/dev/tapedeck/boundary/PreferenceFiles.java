package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code java.util.prefs} does to its files natively: their locks and permissions. */
final class PreferenceFiles extends Door {

  private static final String OWNER = "java/util/prefs/FileSystemPreferences";
  private static final int ERROR_BITS = 32;

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(OWNER, "lockFile0", "(Ljava/lang/String;IZ)[I", new PreferenceFiles("lock")),
      Wrap.of(OWNER, "unlockFile0", "(I)I", new PreferenceFiles("unlock")),
      Wrap.of(OWNER, "chmod", "(Ljava/lang/String;I)I", new PreferenceFiles("chmod")));

  private final String what;

  private PreferenceFiles(String what) {
    super(Kinds.FILE_CHANGE, Scope.ALL);
    this.what = what;
  }

  @Override
  public boolean applies(Crossing crossing) {
    String path = path(crossing);
    if (path != null) {
      PassThrough.written(path);
    }
    return true;
  }

  /** Null where a lock is given back, of which only the number is said. */
  private static @Nullable String path(Crossing crossing) {
    return crossing.argument(0) instanceof String path ? path : null;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    String path = path(crossing);
    StringBuilder arguments = new StringBuilder();
    for (int i = path == null ? 0 : 1; i < crossing.count(); i++) {
      arguments.append(arguments.length() == 0 ? "" : ",").append(crossing.argument(i));
    }
    question.putString(path);
    question.putString(what);
    question.putString(arguments.toString());
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    if (result instanceof int[] lock) {
      answer.putLong((long) lock[0] << ERROR_BITS | lock[1]);
    } else {
      answer.putLong(Results.number(result));
    }
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
    long value = answer.longAt(0);
    if (!what.equals("lock")) {
      return Results.as('I', value);
    }
    int number = (int) (value >> ERROR_BITS);
    KeptTree tree = Writes.tree();
    String path = path(crossing);
    if (tree != null && path != null && number != 0) {
      tree.create(path);
    }
    return new int[] {number, (int) value};
  }
}
