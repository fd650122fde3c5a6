package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A native library that the program has unpacked and now loads.
 *
 * <p>The JDK asks for its canonical path before it loads it. Its bytes go to the tape there, and a replay gives the
 * path of a file that holds them.
 */
final class NativeLibrary extends Door {

  private static final String LOADER = "jdk.internal.loader.NativeLibraries";
  private static final int NEAR = 16;

  /** Open for as long as the process lives. */
  private static final List<RandomAccessFile> LOADED = new ArrayList<>();

  NativeLibrary() {
    super(Kinds.FILE_READ, Scope.ALL);
  }

  @Override
  public boolean applies(Crossing crossing) {
    return crossing.self instanceof File file
        && PassThrough.isWritten(file.getPath())
        && isBeingLoaded();
  }

  private static boolean isBeingLoaded() {
    StackTraceElement[] frames = new Throwable().getStackTrace();
    for (int i = 0; i < frames.length && i < NEAR; i++) {
      if (frames[i].getClassName().startsWith(LOADER)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(crossing.self instanceof File file ? file.getPath() : null);
    question.putString("load");
    question.putLong(0);
    question.putLong(-1);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    byte[] bytes = {};
    try (FileInputStream in = new FileInputStream(String.valueOf(result))) {
      bytes = in.readAllBytes();
    } catch (IOException unreadable) {
      // then it cannot be loaded either, and there is nothing to say
    }
    answer.putLong(bytes.length);
    answer.putBytes(bytes, 0, bytes.length);
  }

  @Override
  public Object retell(Crossing crossing, Told answer) throws IOException {
    byte[] bytes = answer.bytesAt(1);
    RandomAccessFile file = StandIn.unnamed();
    file.write(bytes == null ? new byte[0] : bytes);
    synchronized (LOADED) {
      LOADED.add(file);
    }
    return "/proc/self/fd/" + OpenFiles.ACCESS.get(file.getFD());
  }
}
