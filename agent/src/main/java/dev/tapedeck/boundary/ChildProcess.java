package dev.tapedeck.boundary;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.tapedeck.ChildInput;
import java.tapedeck.ChildOutput;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's object for a child process, {@code ProcessImpl}: put where its pipes lead over ours, or
 * made for a process that a replay does not start.
 */
final class ChildProcess {

  private static final String OWNER = "java.lang.ProcessImpl";
  private static final String BUILDER = "java.lang.ProcessBuilder";
  private static final String INPUT = "$ProcessPipeInputStream";
  private static final String OUTPUT = "$ProcessPipeOutputStream";

  final Object object;

  ChildProcess(Object object) {
    this.object = object;
  }

  /** One that has never been started. */
  static ChildProcess madeUp(long pid, long startTime) {
    Object handle = Offsets.allocate("java.lang.ProcessHandleImpl");
    Offsets.put(handle, "pid", pid);
    Offsets.put(handle, "startTime", startTime);
    ChildProcess process = new ChildProcess(Offsets.allocate(OWNER));
    Offsets.putInt(process.object, "pid", (int) pid);
    Offsets.put(process.object, "processHandle", handle);
    if (Offsets.has(process.object, "lock")) {
      ReentrantLock lock = new ReentrantLock();
      Offsets.put(process.object, "lock", lock);
      Offsets.put(process.object, "condition", lock.newCondition());
    }
    Offsets.put(process.object, "stdin", none("Output"));
    Offsets.put(process.object, "stdout", none("Input"));
    Offsets.put(process.object, "stderr", none("Input"));
    return process;
  }

  long pid() {
    return ((Process) object).pid();
  }

  long startTime() {
    Object handle = Offsets.reference(object, "processHandle");
    return handle == null ? 0 : Offsets.number(handle, "startTime");
  }

  /** Whether the program has a pipe there: {@code stdin}, {@code stdout} or {@code stderr}. */
  boolean hasPipe(String stream) {
    Object found = Offsets.reference(object, stream);
    String name = found == null ? "" : found.getClass().getName();
    return name.equals(OWNER + INPUT) || name.equals(OWNER + OUTPUT);
  }

  /** Gives it a pipe that leads nowhere, with the JDK's buffer over it. */
  void makePipe(String stream) {
    String type = OWNER + (stream.equals("stdin") ? OUTPUT : INPUT);
    try {
      Constructor<?> constructor = Offsets.type(type).getDeclaredConstructor(int.class);
      constructor.setAccessible(true);
      Offsets.put(object, stream, constructor.newInstance(-1));
    } catch (ReflectiveOperationException otherJdk) {
      throw new IllegalStateException("this JDK has no " + type + "(int)", otherJdk);
    }
  }

  /** Puts ours between the JDK's buffer and the pipe. */
  void leadOver(String stream, int site, boolean isReal) {
    Object buffer = Offsets.reference(object, stream);
    if (buffer == null) {
      return;
    }
    synchronized (buffer) { // the JDK changes the stream under this lock when the process has ended
      if (buffer instanceof OutputStream) {
        Object pipe = isReal ? Offsets.reference(buffer, "out") : null;
        Offsets.put(buffer, "out", new ChildInput(pid(), site, (OutputStream) pipe));
      } else {
        Object pipe = isReal ? Offsets.reference(buffer, "in") : null;
        Offsets.put(buffer, "in", new ChildOutput(pid(), stream, site, (InputStream) pipe));
      }
    }
  }

  /** Takes a pipe away from the program; what comes out of it. */
  ChildOutput take(String stream, int site) {
    Object buffer = Offsets.reference(object, stream);
    if (buffer == null || !hasPipe(stream)) {
      return new ChildOutput(pid(), stream, site, null);
    }
    Offsets.put(object, stream, none("Input"));
    synchronized (buffer) {
      Object pipe = Offsets.reference(buffer, "in");
      return new ChildOutput(pid(), stream, site, (InputStream) pipe);
    }
  }

  /** Closes the program's ends of the pipes, as {@code ProcessImpl.destroy} does. */
  void closePipes() {
    for (String stream : new String[] {"stdin", "stdout", "stderr"}) {
      if (Offsets.reference(object, stream) instanceof Closeable open) {
        try {
          open.close();
        } catch (IOException ignored) {
          // as the JDK does
        }
      }
    }
  }

  /** What the JDK gives a program that has no pipe. */
  static @Nullable Object none(String direction) {
    return Offsets.constant(BUILDER + "$Null" + direction + "Stream", "INSTANCE");
  }
}
