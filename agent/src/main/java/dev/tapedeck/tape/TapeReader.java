package dev.tapedeck.tape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run directory, also one that a killed process left or that was damaged since.
 *
 * <p>Of every lane it gives the events from the first up to the first that is not there in full, never a wrong
 * one. Holds an index in memory, not the events. Any thread may use it.
 */
public final class TapeReader implements AutoCloseable {

  /**
   * Of a run that goes on, a lane can seem to break off where it had come when its chunk was read, if its next chunk was
   * begun before that one was read.
   */
  private static final int SCANS_AGAIN = 3;

  private final Path directory;
  private final Fields header;
  private final TapeFiles files;
  private final Defined defined;
  private final LaneIndex index;
  private final List<LaneInfo> lanes;
  private final List<String> problems;
  private final long startMillis;
  private final long startNanos;

  private final @Nullable String sealedTo;

  private TapeReader(Path directory, Fields header, TapeFiles files, @Nullable String sealedTo)
      throws IOException {
    this.directory = directory;
    this.header = header;
    this.files = files;
    this.sealedTo = sealedTo;
    startMillis = header.number(Header.STARTED_AT_UNIX_MS, 0);
    startNanos = header.number(Header.STARTED_AT_NANOS, 0);
    TapeScan scan = scan();
    LaneIndex found = new LaneIndex(scan.stretches);
    for (int i = 0; i < SCANS_AGAIN && found.hasBreaks() && scan.defined.end == null; i++) {
      scan = scan();
      found = new LaneIndex(scan.stretches);
    }
    defined = scan.defined;
    header.putAll(defined.fields);
    index = found;
    lanes = LaneNames.name(defined.lanes, index.ids());
    List<String> wrong = new ArrayList<>(header.list(Header.PROBLEMS));
    if (scan.stopReason != null) {
      wrong.add("Recording stopped before the end: " + scan.stopReason);
    }
    wrong.addAll(scan.problems);
    index.describeBreaks(lanes, wrong);
    if (!header.has(Header.PROBLEMS)) {
      describeEnd(wrong);
    }
    problems = List.copyOf(wrong);
  }

  private TapeScan scan() throws IOException {
    files.closeSegments();
    TapeScan scan = new TapeScan(
        directory, files, RunDirectory.bytes(header.text(Header.RUN_ID, "")), startNanos);
    scan.scan();
    return scan;
  }

  /**
   * Opens a run directory and checks all of it but the bytes in the payload file, which are checked when read.
   *
   * @throws TapeException when it is no run directory, its header cannot be read, a newer Tapedeck wrote it, or it
   *     is sealed
   */
  public static TapeReader open(Path run) {
    return open(run, null);
  }

  /**
   * The same, of a run that may be sealed.
   *
   * @param key what opens it then; of any other run it is not asked
   */
  public static TapeReader open(Path run, @Nullable TapeKey key) {
    Fields header = HeaderFile.read(run);
    if (key == null && SealedHeader.isSealed(header)) {
      throw new TapeException(run + " is sealed to the key " + SealedHeader.recipient(header)
          + ": give the private one with --key FILE.");
    }
    return open(run, header, key);
  }

  /** The same; without the key, of a sealed run what can be seen from outside: {@link #isClosed}. */
  public static TapeReader look(Path run, @Nullable TapeKey key) {
    return open(run, HeaderFile.read(run), key);
  }

  private static TapeReader open(Path run, Fields header, @Nullable TapeKey key) {
    boolean sealed = SealedHeader.isSealed(header);
    Unsealer unsealer =
        sealed && key != null ? SealedHeader.unsealer(run, header, key.secret()) : null;
    Fields readable = !sealed
        ? header
        : unsealer == null
            ? SealedHeader.readable(header)
            : SealedHeader.open(run, header, unsealer);
    TapeFiles files = new TapeFiles(run, unsealer);
    boolean open = false;
    try {
      TapeReader reader =
          new TapeReader(run, readable, files, sealed ? SealedHeader.recipient(header) : null);
      open = true;
      return reader;
    } catch (IOException trouble) {
      throw new TapeException("Cannot read " + run + ": " + trouble.getMessage() + ".", trouble);
    } finally {
      if (!open) {
        close(files);
      }
    }
  }

  /** Whose key opens it, by its fingerprint; null when it is not sealed. */
  public @Nullable String sealedTo() {
    return sealedTo;
  }

  /**
   * Whether it is sealed and the key is not at hand: then there are no values, names of threads, notes and crash,
   * and little of the header.
   */
  public boolean isClosed() {
    return sealedTo != null && files.unsealer() == null;
  }

  public Path directory() {
    return directory;
  }

  public Fields header() {
    return header;
  }

  /** The lanes in the order of their ids. */
  public List<LaneInfo> lanes() {
    return lanes;
  }

  /** The lane's number of events. */
  public long events(int lane) {
    return index.events(lane);
  }

  /** The number of events of all lanes. */
  public long events() {
    return index.events();
  }

  /** Every site that the tape names. */
  public List<Site> sites() {
    return List.copyOf(defined.sites.values());
  }

  /** The site of that id, or null when the tape lost it. */
  public @Nullable Site site(int id) {
    return defined.sites.get(id);
  }

  /** The kinds as the tape defines them. */
  public List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : defined.kinds) {
      if (kind != null) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  public List<ClassInfo> classes() {
    return List.copyOf(defined.classes);
  }

  public List<Note> notes() {
    return List.copyOf(defined.notes);
  }

  public List<MethodOrder> methodOrders() {
    return List.copyOf(defined.methodOrders);
  }

  /** How the run ended, or null when nothing on the tape says so. */
  public @Nullable RunEnd end() {
    return defined.end;
  }

  /** Whether the tape holds the run from beginning to end: it has an end, and there are no problems. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /** What is missing or damaged, a sentence each. A run without an end has at least one. */
  public List<String> problems() {
    return problems;
  }

  /** The events of a lane from the first; none when there is no such lane. */
  public LaneEvents lane(int id) {
    LaneInfo info = defined.lanes.get(id);
    long bornNs = info == null ? startNanos : info.bornNs();
    return new LaneEvents(this, id, index.stretches(id), bornNs);
  }

  /** The events of all lanes by time, each lane in its own order. */
  public Iterator<Event> merged() {
    List<LaneEvents> all = new ArrayList<>();
    for (LaneInfo lane : lanes) {
      all.add(new LaneEvents(this, lane.id(), index.stretches(lane.id()), lane.bornNs()));
    }
    return new MergedEvents(all);
  }

  @Override
  public void close() {
    close(files);
  }

  /** How many bytes have been read of its files, by whoever reads it. */
  public long bytesRead() {
    return files.bytesRead.get();
  }

  /** The kind of that id, as the tape defines it. */
  public Kind kind(int id) {
    Kind kind = defined.kinds[id];
    if (kind == null) {
      kind = Kinds.byId(id);
    }
    return kind == null ? new Kind(id, "unknown", List.of(), List.of()) : kind;
  }

  TapeFiles files() {
    return files;
  }

  boolean isSealed() {
    return sealedTo != null;
  }

  Unsealer unsealer() {
    Unsealer unsealer = files.unsealer();
    if (unsealer == null) {
      throw new TapeException(
          directory + " is sealed: its events cannot be read without --key FILE.");
    }
    return unsealer;
  }

  long startMillis() {
    return startMillis;
  }

  long startNanos() {
    return startNanos;
  }

  private void describeEnd(List<String> found) {
    RunEnd end = defined.end;
    if (end == null) {
      found.add("The run has no end: the program was killed, or is still running.");
      return;
    }
    if (index.events() < end.events()) {
      found.add(index.events() + " of " + end.events() + " events can be read.");
    }
    if (defined.missing() > 0) {
      found.add(defined.missing() + " of the tape's definitions are missing.");
    }
    if (!end.clean() && found.isEmpty()) {
      found.add("The recorder says that something is missing on this tape.");
    }
  }

  private static void close(TapeFiles files) {
    try {
      files.close();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
