package dev.tapedeck.tape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through all segments once: checks every chunk, notes where the events of each lane are, reads definitions. */
final class TapeScan {

  private final Path directory;
  private final TapeFiles files;
  private final byte[] runId;

  final Defined defined;
  final List<Stretch> stretches = new ArrayList<>();
  final List<String> problems = new ArrayList<>();

  @Nullable
  String stopReason;

  private long payloadNeeded;

  TapeScan(Path directory, TapeFiles files, byte[] runId, long startNanos) {
    this.directory = directory;
    this.files = files;
    this.runId = runId;
    this.defined = new Defined(files, startNanos);
  }

  void scan() throws IOException {
    int counted = 1;
    for (int index = 0; ; index++) {
      boolean there = files.openSegment(index);
      byte[] header = there ? files.read(index, 0, Format.SEGMENT_HEADER, 0) : new byte[0];
      boolean intact = there && isIntact(index, header);
      if (!intact && index >= counted) {
        break; // or the process was killed while it made this one
      }
      if (!intact) {
        String what =
            there ? " is damaged at its start; nothing in it can be read." : " is missing.";
        problems.add(Format.segmentFile(index) + what);
        continue;
      }
      if (index == 0) {
        counted = segmentCount(header);
        stopReason = stopReason(header);
      }
      scanSegment(index);
    }
    if (payloadNeeded > 0) {
      problems.add(Format.PAYLOAD_FILE
          + " is cut short: "
          + files.payloadLength()
          + " of at least "
          + payloadNeeded
          + " bytes.");
    }
  }

  private boolean isIntact(int index, byte[] header) {
    Decoder in = new Decoder(header, 0, header.length);
    boolean known = in.int64() == Format.SEGMENT_MAGIC;
    int version = in.int32();
    boolean fits = in.int32() == index
        && in.int32() == Format.CHUNK
        && in.int32() == Format.segmentChunks(index)
        && Arrays.equals(in.raw(16), runId);
    boolean intact = in.int32() == Format.checksum(header, 0, Format.SEGMENT_CHECKED);
    if (known && intact) {
      HeaderFile.checkVersion(directory.resolve(Format.segmentFile(index)), version);
    }
    return known && intact && fits;
  }

  private static int segmentCount(byte[] header) {
    int count = new Decoder(header, Format.SEGMENT_COUNT, 4).int32();
    return count < 1 || count > 1 << 20 ? 1 : count;
  }

  private static @Nullable String stopReason(byte[] header) {
    Decoder in = new Decoder(header, Format.STOP_REASON, 8 + Format.STOP_REASON_MAX);
    int length = in.int32();
    int checksum = in.int32();
    if (length == 0) {
      return null;
    }
    int from = Format.STOP_REASON + 8;
    if (length < 0
        || length > Format.STOP_REASON_MAX
        || checksum != Format.checksum(header, from, length)) {
      return "Recording stopped before the end, for a reason that can no longer be read.";
    }
    return in.string();
  }

  private void scanSegment(int index) throws IOException {
    String name = Format.segmentFile(index);
    long length = files.segmentLength(index);
    if (length < Format.segmentSize(index)) {
      problems.add(
          name + " is cut short: " + length + " of " + Format.segmentSize(index) + " bytes.");
    }
    long low = new Decoder(runId, 8, 8).int64();
    for (int chunk = 0; chunk < Format.segmentChunks(index); chunk++) {
      long position = TapeFiles.chunkPosition(chunk);
      // The header before the events: they may be written this very moment, and it says how many
      // are there.
      byte[] header = files.read(index, position, Format.CHUNK_HEADER, 0);
      Decoder in = new Decoder(header, 0, header.length);
      int committed = in.int32();
      int checksum = in.int32();
      long sequence = Format.sequence(index, chunk, low);
      if (committed == 0 && checksum == 0) {
        if (index == 0 && chunk == 0) { // which is written before anything else is
          problems.add(name + " is damaged in chunk 0: the tape's definitions are missing.");
        }
        continue;
      }
      byte[] events = files.read(index, position + Format.CHUNK_HEADER, Format.CHUNK_EVENTS, 8);
      int intact = ChunkCheck.intactLength(events, Format.start(sequence), committed, checksum);
      if (intact != committed) {
        problems.add(name
            + " is damaged in chunk "
            + chunk
            + ": what stands after its first "
            + intact
            + " bytes is left out.");
      }
      index(new Records(events, 0, intact), index, chunk);
    }
  }

  private void index(Records records, int segment, int chunk) throws IOException {
    Stretch stretch = null;
    while (records.advance()) {
      int head = records.head();
      if (records.isEvent()) {
        stretch = stretch == null ? null : count(records, stretch);
      } else if (head == Format.LANE) {
        Decoder in = records.body();
        stretch =
            new Stretch(in.count(), in.varint(), in.byteValue(), segment, chunk, records.next());
        stretches.add(stretch);
      } else if (head != Format.CHECK) {
        try {
          defined.take(head, records.body());
        } catch (TapeException unreadable) {
          problems.add("A definition cannot be read: " + unreadable.getMessage());
        }
      }
    }
  }

  /** Returns null when the event is not whole, and so nothing after it in this stretch belongs to the lane. */
  private @Nullable Stretch count(Records records, Stretch stretch) throws IOException {
    if (!Kinds.isClock(records.head()) && records.head() <= Format.LARGEST_KIND) {
      records.enterBody();
      records.varint();
      records.varint();
      if ((records.byteValue() & Format.HAS_PAYLOAD) != 0) {
        int last = records.next() - 8;
        long end = new Decoder(records.bytes(), last, 8).int64();
        if (last < records.at() || !files.payloadReaches(end)) {
          payloadNeeded = Math.max(payloadNeeded, Math.max(1, end));
          return null;
        }
      }
    }
    stretch.count++;
    stretch.to = records.next();
    return stretch;
  }
}
