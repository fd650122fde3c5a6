package dev.tapedeck.runner.launch;

import dev.tapedeck.tape.TapeKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a replay.
 *
 * @param debug wait for a debugger before the first line
 * @param port where a debugger attaches
 * @param until suspend before this event
 * @param classPath instead of the recorded one
 * @param java a JDK's home or executable instead of the recorded one
 * @param writes an empty directory for what the program writes
 * @param paced whether what came over HTTP comes as slowly again
 * @param key what opens a sealed run
 * @param blessed where the tape of a changed program is to be made; null for a replay that must go as recorded
 * @param foreign whether the run has the records of another tool
 */
public record ReplayRequest(
    Path run,
    boolean debug,
    int port,
    @Nullable Until until,
    @Nullable String classPath,
    @Nullable Path java,
    @Nullable Path writes,
    boolean paced,
    @Nullable TapeKey key,
    @Nullable Path blessed,
    boolean foreign) {

  /** An event by its lane and its place there. */
  public record Until(int lane, long ordinal, String described) {}

  /** The same, with nothing kept. */
  public ReplayRequest withoutWrites() {
    return new ReplayRequest(
        run, debug, port, until, classPath, java, null, paced, key, blessed, foreign);
  }

  /** The same, of a changed program whose tape is made in that directory. */
  public ReplayRequest blessing(Path directory) {
    return new ReplayRequest(
        run, debug, port, until, classPath, java, writes, paced, key, directory, foreign);
  }

  /** The same, of what another tool has recorded, whose files are kept in that directory. */
  public ReplayRequest ofForeign(Path made, Path directory) {
    return new ReplayRequest(
        made, debug, port, until, classPath, java, directory, paced, key, blessed, true);
  }

  /** A replay from beginning to end, as recorded. */
  public static ReplayRequest plain(Path run) {
    return new ReplayRequest(
        run, false, DebugPort.DEFAULT, null, null, null, null, false, null, null, false);
  }
}
