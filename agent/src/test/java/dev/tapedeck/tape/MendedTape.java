package dev.tapedeck.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first chunk of a run with events in it, in the hands of somebody who knows the format and mends the checksums. */
final class MendedTape {

  private final Path file;
  private final byte[] bytes;
  private final ByteBuffer words;
  private final int chunk;
  private final int end;

  MendedTape(Path run) throws IOException {
    file = run.resolve(Format.segmentFile(0));
    bytes = Files.readAllBytes(file);
    words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int found = 0;
    for (int i = 0; i < Format.FIRST_SEGMENT_CHUNKS - 1; i++) {
      int at = (int) TapeFiles.chunkPosition(i);
      if (words.getInt(at) > 0 && bytes[at + Format.CHUNK_HEADER] == Format.LANE) {
        found = at;
        break;
      }
    }
    chunk = found;
    end = chunk + Format.CHUNK_HEADER + words.getInt(chunk);
  }

  /** Where the events of other kinds than clock reads begin. */
  List<int[]> events() {
    List<int[]> found = new ArrayList<>();
    Records records = records();
    while (records.advance()) {
      if (records.isEvent() && !records.isRepeat() && !Kinds.isClock(records.head())) {
        found.add(new int[] {records.start(), records.next()});
      }
    }
    return found;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Writes it with checksums that fit. */
  void save() throws IOException {
    long state = Format.start(words.getLong(chunk + Format.CHUNK_SEQUENCE));
    Records records = records();
    while (records.advance()) {
      if (records.head() == Format.CHECK) {
        words.putInt(records.start() + 2, (int) state);
      }
      int at = records.start();
      for (; records.next() - at >= 8; at += 8) {
        state = Format.fold(state, words.getLong(at));
      }
      if (at < records.next()) {
        state = Format.fold(state, words.getLong(at) & -1L >>> 64 - 8 * (records.next() - at));
      }
    }
    words.putInt(chunk + 4, (int) state);
    Files.write(file, bytes);
  }

  private Records records() {
    return new Records(bytes, chunk + Format.CHUNK_HEADER, end);
  }
}
