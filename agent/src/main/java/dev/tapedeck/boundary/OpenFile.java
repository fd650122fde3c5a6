package dev.tapedeck.boundary;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A file that the program has open and whose reads and writes are on the tape. */
final class OpenFile extends WeakReference<FileDescriptor> {

  final String path;

  /** The line that opened it. */
  final int site;

  /** In replay, a file whose place and length are those of the recorded one, where the JDK asks for them natively. */
  private final @Nullable RandomAccessFile standIn;

  OpenFile(FileDescriptor descriptor, String path, int site, @Nullable RandomAccessFile standIn) {
    super(descriptor);
    this.path = path;
    this.site = site;
    this.standIn = standIn;
  }

  /** In replay: the program has read so many bytes. */
  void hasRead(long count) throws IOException {
    if (standIn != null && count > 0) {
      standIn.seek(standIn.getFilePointer() + count);
      if (standIn.getFilePointer() > standIn.length()) {
        standIn.setLength(standIn.getFilePointer()); // it has grown since
      }
    }
  }

  /** In replay: the program has written so many bytes. */
  void hasWritten(long count) throws IOException {
    hasRead(count);
  }

  /** In replay: the program has gone to that place. */
  void hasSought(long position) throws IOException {
    if (standIn != null && position >= 0) {
      standIn.seek(position);
    }
  }

  /** In replay: the program has set the length. */
  void hasLength(long length) throws IOException {
    if (standIn != null && length >= 0) {
      standIn.setLength(length);
    }
  }
}
