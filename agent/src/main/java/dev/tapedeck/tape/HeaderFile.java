package dev.tapedeck.tape;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The file that says what was run, and on what. */
final class HeaderFile {

  private HeaderFile() {}

  static void write(Path run, Fields header) throws IOException {
    byte[] fields = header.encode();
    Encoder file = new Encoder()
        .int64(Format.HEADER_MAGIC)
        .int32(Format.VERSION)
        .int32(fields.length)
        .int32(Format.checksum(fields, 0, fields.length))
        .raw(fields, 0, fields.length);
    File path = run.resolve(Format.HEADER_FILE).toFile();
    try (RandomAccessFile out = new RandomAccessFile(path, "rw")) {
      RunDirectory.forOwnerAlone(path);
      out.write(file.buffer(), 0, file.length());
    }
  }

  static Fields read(Path run) {
    Path path = run.resolve(Format.HEADER_FILE);
    if (!path.toFile().isFile()) {
      throw new TapeException(run + " is not a run directory: it has no file named header.");
    }
    byte[] file;
    try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
      file = new byte[(int) Math.min(in.length(), Integer.MAX_VALUE / 2)];
      in.readFully(file);
    } catch (IOException trouble) {
      throw new TapeException("Cannot read " + path + ": " + trouble.getMessage() + ".", trouble);
    }
    if (file.length < Format.HEADER_PREFIX) {
      throw damaged(path);
    }
    Decoder in = new Decoder(file, 0, file.length);
    if (in.int64() != Format.HEADER_MAGIC) {
      throw new TapeException(path + " is not the header of a tape: give a run directory.");
    }
    checkVersion(path, in.int32());
    int length = in.int32();
    int checksum = in.int32();
    if (length != in.remaining()
        || checksum != Format.checksum(file, Format.HEADER_PREFIX, length)) {
      throw damaged(path);
    }
    return Fields.decode(in);
  }

  static void checkVersion(Path path, int version) {
    if (version > Format.VERSION) {
      throw new TapeException(path
          + " was written by a newer Tapedeck, in version "
          + version
          + " of the format; this one reads up to "
          + Format.VERSION
          + ". Use a newer tapedeck command.");
    }
    if (version < 1) {
      throw damaged(path);
    }
  }

  private static TapeException damaged(Path path) {
    return new TapeException(path
        + " is damaged or cut short; without it the run cannot be read. Use a copy of the run.");
  }
}
