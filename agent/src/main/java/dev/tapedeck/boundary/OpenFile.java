package dev.tapedeck.boundary;

import dev.tapedeck.tape.ByteSource;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A file that the program has open and whose reads and writes are on the tape. */
final class OpenFile extends WeakReference<FileDescriptor> {

  final String path;

  /** The line that opened it. */
  final int site;

  /** In replay, a file whose place and length are those of the recorded one, where the JDK asks for them natively. */
  private final @Nullable RandomAccessFile standIn;

  /** In replay, the file in the directory of what is kept. */
  @Nullable
  KeptFile kept;

  /** In replay, what the program writes to mapped memory, so that all its mappings show it. */
  private @Nullable RandomAccessFile memory;

  /** In a recording, another descriptor of the file that may not be closed before the program's. */
  @Nullable
  RandomAccessFile companion;

  OpenFile(FileDescriptor descriptor, String path, int site, @Nullable RandomAccessFile standIn) {
    super(descriptor);
    this.path = path;
    this.site = site;
    this.standIn = standIn;
  }

  /** In replay: the file to map in its stead; null as long as no mapping is one to be written to. */
  synchronized @Nullable RandomAccessFile memory(boolean toWrite) throws IOException {
    if (memory == null && toWrite) {
      memory = StandIn.unnamed();
    }
    return memory;
  }

  /** In replay: the program has read so many bytes. */
  void hasRead(long count) throws IOException {
    hasMoved(count);
    if (kept != null && count > 0) {
      kept.moved(count);
    }
  }

  private void hasMoved(long count) throws IOException {
    if (standIn != null && count > 0) {
      standIn.seek(standIn.getFilePointer() + count);
      if (standIn.getFilePointer() > standIn.length()) {
        standIn.setLength(standIn.getFilePointer()); // it has grown since
      }
    }
  }

  /** In replay: the program has written so many of the bytes where it stands. */
  void hasWritten(ByteSource bytes, long count) throws IOException {
    hasWrittenAt(
        standIn == null ? KeptFile.WHERE_IT_STANDS : standIn.getFilePointer(), bytes, count);
    hasMoved(count);
  }

  /** In replay: the program has written so many of the bytes there. */
  void hasWrittenAt(long position, ByteSource bytes, long count) throws IOException {
    if (kept != null && count > 0) {
      kept.write(position, bytes, count);
    }
  }

  /** In replay: the program has gone to that place. */
  void hasSought(long position) throws IOException {
    if (standIn != null && position >= 0) {
      standIn.seek(position);
    }
    if (kept != null && position >= 0) {
      kept.sought(position);
    }
  }

  /** In replay: the program has set the length. */
  void hasLength(long length) throws IOException {
    if (standIn != null && length >= 0) {
      standIn.setLength(length);
    }
    if (kept != null && length >= 0) {
      kept.hasLength(length);
    }
  }

  /** The program is about to close it. */
  void close() {
    clear();
    try {
      if (kept != null) {
        kept.close();
      }
      if (memory != null) {
        memory.close();
      }
      if (companion != null) {
        companion.close();
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
