package dev.tapedeck.benchmarks.program;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;

/** Writes a flight recording of so many events with the fields that a file read has on a tape. */
public final class FlightEvents {

  /** As {@code file_read}, with the line that asked, and a text as long as what is read. */
  @Name("tapedeck.FileRead")
  @Label("File read")
  @StackTrace(false)
  static final class FileRead extends Event {
    String path = "";
    String what = "";
    long position;
    long length;
    long count;
    String text = "";
    String site = "";
    String lane = "";
  }

  private FlightEvents() {}

  public static void main(String[] args) throws IOException {
    int events = Integer.parseInt(args[1]);
    try (Recording recording = new Recording()) {
      recording.enable(FileRead.class);
      recording.start();
      for (int i = 0; i < events; i++) {
        FileRead event = new FileRead();
        event.path = "orders.txt";
        event.what = "read";
        event.position = -1;
        event.length = 64;
        event.count = 64;
        event.text = line(i);
        event.site = "dev.tapedeck.benchmarks.program.FlightEvents.main:41";
        event.lane = "0";
        event.commit();
      }
      recording.stop();
      recording.dump(Path.of(args[0]));
    }
  }

  /** 64 characters, no two of them alike. */
  static String line(int number) {
    return String.format("%63d%n", number);
  }
}
