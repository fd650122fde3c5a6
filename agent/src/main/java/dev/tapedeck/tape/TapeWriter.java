package dev.tapedeck.tape;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one run directory.
 *
 * <p>After {@link #create} nothing here throws for trouble with the disk: the writer turns itself off, what is
 * appended from then on is dropped, and {@link #failure} says why.
 */
public final class TapeWriter {

  private static final int ZEROS = 64 * 1024;

  final long startMillis;
  final long startNanos;

  /** What seals this tape; null when it is written in clear. */
  final @Nullable Sealer sealer;

  /** Read at every event without ceremony: the stores between events keep the compiler from holding on to it. */
  int phase;

  private final Path directory;
  private final byte[] runId;
  private final long limit;
  private final byte[] zeros = new byte[ZEROS];
  private final Segment first;
  private final Definitions definitions;

  private final Object lock = new Object();
  private volatile @Nullable Segment current;
  private volatile @Nullable PayloadWriter payload;
  private volatile @Nullable String failure;

  // Guarded by the lock.
  private long segmentBytes;
  private int owners;
  private @Nullable ChunkWriter newest;
  private @Nullable ChunkWriter free;

  /**
   * Makes a run directory beneath {@code base}, with header and first segment.
   *
   * @param header gets the run's id and start times
   * @throws TapeException when that is not possible
   */
  public static TapeWriter create(Path base, Fields header) {
    return create(base, header, Long.MAX_VALUE);
  }

  /** As {@link #create(Path, Fields)}, and turns itself off rather than make files longer than the limit. */
  static TapeWriter create(Path base, Fields header, long limit) {
    long startMillis = System.currentTimeMillis();
    long startNanos = System.nanoTime();
    return make(
        base,
        header,
        RunDirectory.newRunId(startMillis, startNanos),
        startMillis,
        startNanos,
        limit,
        null);
  }

  /**
   * As {@link #create(Path, Fields)}, and seals what it writes.
   *
   * @param recipient the public key whose owner may read it
   */
  public static TapeWriter createSealed(Path base, Fields header, byte[] recipient) {
    long startMillis = System.currentTimeMillis();
    long startNanos = System.nanoTime();
    byte[] runId = RunDirectory.newRunId(startMillis, startNanos);
    return make(base, header, runId, startMillis, startNanos, Long.MAX_VALUE, recipient);
  }

  /**
   * Makes the directory of a run that begins now, but by the clock of one that was recorded before.
   *
   * @param header has the nanoseconds of that one's start; gets an id and a start time of its own
   * @throws TapeException when that is not possible
   */
  public static TapeWriter after(Path base, Fields header) {
    long startMillis = System.currentTimeMillis();
    return make(
        base,
        header,
        RunDirectory.newRunId(startMillis, System.nanoTime()),
        startMillis,
        header.number(Header.STARTED_AT_NANOS, 0),
        Long.MAX_VALUE,
        null);
  }

  /**
   * Makes the run directory of a run that was recorded before, to be written anew.
   *
   * @param header has the run's id and start times
   * @param limit how many bytes its files may have; beyond that it turns itself off
   * @throws TapeException when that is not possible, for instance because it is there
   */
  public static TapeWriter restore(Path base, Fields header, long limit) {
    return make(
        base,
        header,
        RunDirectory.bytes(header.text(Header.RUN_ID, "")),
        header.number(Header.STARTED_AT_UNIX_MS, 0),
        header.number(Header.STARTED_AT_NANOS, 0),
        limit,
        null);
  }

  private static TapeWriter make(
      Path base,
      Fields header,
      byte[] runId,
      long startMillis,
      long startNanos,
      long limit,
      byte @Nullable [] recipient) {
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      throw new TapeException("Tapedeck records on little-endian machines only.");
    }
    try {
      Sealer sealer = recipient == null ? null : Sealer.to(recipient, runId);
      return new TapeWriter(base, header, runId, startMillis, startNanos, limit, sealer);
    } catch (IOException | UnsupportedOperationException trouble) {
      throw new TapeException(
          "Cannot make a run directory under "
              + base
              + ": "
              + reason(trouble)
              + ". Give a directory that can be written to with dir=DIR.",
          trouble);
    }
  }

  private TapeWriter(
      Path base,
      Fields header,
      byte[] runId,
      long startMillis,
      long startNanos,
      long limit,
      @Nullable Sealer sealer)
      throws IOException {
    this.sealer = sealer;
    this.limit = limit;
    this.startMillis = startMillis;
    this.startNanos = startNanos;
    this.runId = runId;
    Format.crc(
        zeros, 0, 0); // a class whose first use would come with too little stack is lost for ever
    String id = RunDirectory.text(runId);
    directory = RunDirectory.make(base, startMillis, id);
    header.put(Header.RUN_ID, id);
    header.put(Header.STARTED_AT_UNIX_MS, startMillis);
    header.put(Header.STARTED_AT_NANOS, startNanos);
    HeaderFile.write(directory, sealer == null ? header : SealedHeader.seal(header, sealer));
    first = newSegment(0);
    first.putSegmentCount(1);
    current = first;
    ChunkWriter endWriter = new ChunkWriter(this, owners++);
    endWriter.goOnIn(first.lastChunk(0));
    definitions = new Definitions(new ChunkWriter(this, owners++), endWriter, sealer);
  }

  public Path directory() {
    return directory;
  }

  public String runId() {
    return RunDirectory.text(runId);
  }

  /** A writer for the calling thread: a new one, or one that was released. */
  public ChunkWriter newChunkWriter() {
    synchronized (lock) {
      ChunkWriter writer = free;
      if (writer != null) {
        free = writer.nextFree;
        writer.nextFree = null;
        return writer;
      }
      writer = new ChunkWriter(this, owners++);
      writer.older = newest;
      newest = writer;
      return writer;
    }
  }

  /** Call before an event names the site. The same site may be defined again. */
  public void defineSite(Site site) {
    definitions.site(site);
  }

  /**
   * Call when the lane is born, before {@link ChunkWriter#lane} names it.
   *
   * @param parent -1 for a lane that nothing on the tape started
   * @param index from 1 among what the parent started; from 0 without a parent
   */
  public void defineLane(int id, int parent, int index, @Nullable String threadName) {
    defineLane(id, parent, index, threadName, System.nanoTime());
  }

  /** As {@link #defineLane(int, int, int, String)}, of a lane that was born then. */
  public void defineLane(int id, int parent, int index, @Nullable String threadName, long bornNs) {
    definitions.lane(id, parent, index, threadName, bornNs);
  }

  public void defineClass(ClassInfo info) {
    definitions.classInfo(info);
  }

  public void methodOrder(MethodOrder methods) {
    definitions.methodOrder(methods);
  }

  public void note(Note note) {
    definitions.note(note);
  }

  /** Adds to the header what was not known when it was written. */
  public void addToHeader(Fields more) {
    definitions.fields(more);
  }

  /** Every event begun after this, on any lane, is of that {@link Phase}. */
  public void phase(int newPhase) {
    phase = newPhase;
  }

  /** Says how the run ended. Events may still follow; called again, the last call counts. */
  public void end(RunEnd end) {
    long events = 0;
    synchronized (lock) {
      for (ChunkWriter writer = newest; writer != null; writer = writer.older) {
        events += writer.events();
      }
    }
    definitions.end(new RunEnd(
        end.exitCode(),
        end.clean() && failure == null,
        end.how(),
        end.crash(),
        end.phase(),
        events));
  }

  /** Why the writer turned itself off, as a sentence, or null. */
  public @Nullable String failure() {
    return failure;
  }

  /** Drops what is appended from now on. Not needed before the process ends. */
  public void close() {
    current = null;
  }

  /** Describes kinds beside those of {@link Kinds}, which every tape describes. */
  public void defineKinds(List<Kind> kinds) {
    definitions.kinds(kinds);
  }

  void release(ChunkWriter writer) {
    synchronized (lock) {
      writer.nextFree = free;
      free = writer;
    }
  }

  /** The address of a fresh chunk, or 0 when the tape is closed. */
  long takeChunk(int owner) {
    while (true) {
      Segment segment = current;
      if (segment == null) {
        return 0;
      }
      long chunk = segment.takeChunk(owner);
      if (chunk != 0) {
        return chunk;
      }
      if (!addSegment(segment)) {
        return 0;
      }
    }
  }

  /** Who writes what is too long to stand in an event. */
  PayloadWriter payload() {
    PayloadWriter writer = payload;
    if (writer != null) {
      return writer;
    }
    synchronized (lock) {
      writer = payload;
      if (writer == null) {
        writer = new PayloadWriter(this, directory, limit);
        payload = writer;
      }
      return writer;
    }
  }

  boolean isClosed() {
    return current == null;
  }

  private boolean addSegment(Segment full) {
    synchronized (lock) {
      if (current != full) {
        return current != null;
      }
      int index = full.index() + 1;
      try {
        Segment segment = newSegment(index);
        first.putSegmentCount(index + 1);
        current = segment;
        return true;
      } catch (IOException trouble) {
        turnOff("Cannot make " + Format.segmentFile(index) + " in " + directory, trouble);
        return false;
      }
    }
  }

  private Segment newSegment(int index) throws IOException {
    PayloadWriter payloads = payload;
    long bytes = segmentBytes + Format.segmentSize(index);
    if (bytes + (payloads == null ? 0 : payloads.size()) > limit) {
      throw PayloadFile.tooLong(limit);
    }
    Segment segment = Segment.create(directory, index, runId, zeros);
    segmentBytes = bytes;
    return segment;
  }

  /** Drops what is appended from now on, and says so. */
  void turnOff(String what, IOException trouble) {
    synchronized (lock) {
      if (failure != null || current == null) {
        return;
      }
      String sentence = what + ": " + reason(trouble) + ".";
      failure = sentence;
      current = null;
      first.putStopReason(sentence);
    }
  }

  private static String reason(Exception trouble) {
    if (trouble instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    String message = trouble.getMessage();
    return message == null ? trouble.getClass().getName() : message;
  }
}
