package dev.tapedeck.runner.speech;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times as people read them. */
public final class Amounts {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Amounts() {}

  /** {@code 1 event}, {@code 12,345 events}. */
  public static String count(long n, String noun) {
    return number(n) + " " + (n == 1 ? noun : noun + "s");
  }

  /** {@code 1st}, {@code 2nd}, {@code 11th}, {@code 1,203rd}. */
  public static String ordinal(int n) {
    boolean isTeen = n % 100 / 10 == 1;
    return number(n)
        + switch (isTeen ? 0 : n % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  public static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 0.42 s}, {@code 12.3 s}, {@code 4 min 7 s}, {@code 3 h 12 min}. */
  public static String duration(long nanos) {
    double seconds = nanos / 1e9;
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.2f s", seconds);
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return whole / 60 + " min " + whole % 60 + " s";
    }
    return whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** {@code 812 bytes}, {@code 4.2 KiB}, {@code 1.1 GiB}. */
  public static String bytes(long n) {
    if (n < 1024) {
      return count(n, "byte");
    }
    String[] units = {"KiB", "MiB", "GiB", "TiB"};
    double value = n / 1024.0;
    int unit = 0;
    while (value >= 1023.95 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }

  /** A moment in the zone of whoever reads it. */
  public static String moment(long unixMs, ZoneId zone) {
    return MOMENT.format(Instant.ofEpochMilli(unixMs).atZone(zone));
  }
}
