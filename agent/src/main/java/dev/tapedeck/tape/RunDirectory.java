package dev.tapedeck.tape;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a run's directory, {@code YYYY/MM/DD/run-YYYY-MM-DDTHH-MM-SS-<uuid>} in UTC.
 *
 * <p>Through {@link File}, whose classes every JVM has loaded by then; {@link Files} comes in where there is an
 * error to be told.
 */
final class RunDirectory {

  private static final String DIGITS = "0123456789abcdef";

  private RunDirectory() {}

  /** The day's directories are as the program's umask says; the run's own is for its owner alone. */
  static Path make(Path base, long unixMillis, String runId) throws IOException {
    long day = Math.floorDiv(unixMillis, 86_400_000L);
    int second = (int) (Math.floorMod(unixMillis, 86_400_000L) / 1000);
    // Howard Hinnant's days-to-civil: years begin in March, eras are 400 years of 146,097 days.
    long shifted = day + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    int dayOfEra = (int) Math.floorMod(shifted, 146_097L);
    int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    String yyyy = Long.toString(yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    String mm = two(month);
    String dd = two(dayOfMonth);
    Path parent = base.resolve(yyyy).resolve(mm).resolve(dd);
    String time = two(second / 3600) + "-" + two(second / 60 % 60) + "-" + two(second % 60);
    Path run = parent.resolve("run-" + yyyy + "-" + mm + "-" + dd + "T" + time + "-" + runId);
    File directory = run.toFile();
    parent.toFile().mkdirs();
    if (!directory.mkdir()) {
      Files.createDirectories(parent);
      Files.createDirectory(run);
    }
    forOwnerAlone(directory);
    directory.setExecutable(false, false);
    directory.setExecutable(true, true);
    return run;
  }

  /** Takes from all others the right to read and write. */
  static void forOwnerAlone(File file) {
    file.setReadable(false, false);
    file.setReadable(true, true);
    file.setWritable(false, false);
    file.setWritable(true, true);
  }

  /** Sixteen random bytes, as a UUID of version 4. {@code SecureRandom} is slow to start, and a door itself. */
  static byte[] newRunId(long unixMillis, long nanos) {
    byte[] id = new byte[16];
    if (!random(id)) {
      long state = Format.fold(Format.start(nanos), unixMillis);
      for (int i = 0; i < id.length; i++) {
        state = Format.fold(state, System.nanoTime());
        id[i] = (byte) state;
      }
    }
    id[6] = (byte) ((id[6] & 0x0f) | 0x40);
    id[8] = (byte) ((id[8] & 0x3f) | 0x80);
    return id;
  }

  static String text(byte[] runId) {
    StringBuilder text = new StringBuilder(36);
    for (int i = 0; i < runId.length; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        text.append('-');
      }
      text.append(DIGITS.charAt((runId[i] >> 4) & 15)).append(DIGITS.charAt(runId[i] & 15));
    }
    return text.toString();
  }

  /** What {@link #text} wrote; zeros where that is not what it is. */
  static byte[] bytes(String runId) {
    String digits = runId.replace("-", "");
    byte[] id = new byte[16];
    for (int i = 0; i < id.length && 2 * i + 1 < digits.length(); i++) {
      int high = Character.digit(digits.charAt(2 * i), 16);
      id[i] = (byte) (high << 4 | Character.digit(digits.charAt(2 * i + 1), 16));
    }
    return id;
  }

  private static boolean random(byte[] id) {
    try (FileInputStream source = new FileInputStream("/dev/urandom")) {
      return source.read(id) == id.length;
    } catch (IOException noSuchDevice) {
      return false;
    }
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
