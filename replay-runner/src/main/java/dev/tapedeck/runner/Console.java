package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.Children;
import dev.tapedeck.runner.speech.Notices;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where a command speaks and what it runs.
 *
 * @param out stdout for people
 * @param raw stdout for bytes; unlike a {@link PrintStream} it tells when nobody reads any more
 * @param rawErr stderr for bytes
 * @param notices what Tapedeck says itself
 */
record Console(
    PrintStream out, OutputStream raw, OutputStream rawErr, Notices notices, Children children) {

  static Console ofProcess() {
    return new Console(
        System.out,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        new Notices(System.err),
        new Children());
  }
}
