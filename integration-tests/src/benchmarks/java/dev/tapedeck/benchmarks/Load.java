package dev.tapedeck.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** How busy the machine is with other things, which every figure should be read with. */
final class Load {

  private Load() {}

  static String now() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(Locale.ROOT, "%.1f", load);
  }
}
