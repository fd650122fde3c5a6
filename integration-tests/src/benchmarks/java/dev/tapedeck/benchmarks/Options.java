package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the command line says, {@code --key=value}. */
final class Options {

  private static final String USAGE = """
      usage: benchmarks.sh [table | jmh [NAME]] [--key=value ...]
        --jdk=HOME        measure on this JDK; may be given again (this JVM's, and a 25 beside it)
        --only=WORD       only the rows that have the word in them
        --runs=N          interleaved runs of each start-up (9)
        --repeats=N       interleaved runs of everything else (3; 5 of real programs)
        --program=WORD    of the real programs, only those that have the word in their names
        --tier=NAME       what JMH's benchmarks are recorded with (io), or several with commas
        --calls=N         clock reads in a loop, five times over (20000000)
        --work=MS         how long the CPU-bound program computes (10000)
        --file=MB         how large the file is that is read, copied, written, mapped (1024)
        --requests=N      how often a client asks for 1 KiB, and a twentieth as often for 1 MiB (5000)
        --events=N        how many events are printed and packed (500000)
        --sleep=S         how long the sleeping program sleeps (3); an hour is 3600
        --platform=N      platform threads (1000)
        --virtual=N       virtual threads, on JDKs that have them (100000)
        --otel=JAR        the OpenTelemetry Java agent, to be compared with
        --dir=DIR         where tapes and files are put, and deleted again (a temporary directory)\
      """;

  private final Map<String, String> values = new TreeMap<>();
  private final List<String> homes = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  static Options parse(String[] args) {
    Options options = new Options();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--")) {
        options.words.add(arg);
      } else if (equals < 0 || !USAGE.contains(arg.substring(0, equals + 1))) {
        throw new IllegalArgumentException(arg + " is no option\n" + USAGE);
      } else if (arg.startsWith("--jdk=")) {
        options.homes.add(arg.substring(equals + 1));
      } else {
        options.values.put(arg.substring(2, equals), arg.substring(equals + 1));
      }
    }
    return options;
  }

  List<String> words() {
    return words;
  }

  List<Jdk> jdks() throws IOException {
    if (homes.isEmpty()) {
      return Jdk.found();
    }
    List<Jdk> jdks = new ArrayList<>();
    for (String home : homes) {
      jdks.add(Jdk.at(Path.of(home)));
    }
    return jdks;
  }

  int number(String key, int otherwise) {
    return Integer.parseInt(values.getOrDefault(key, Integer.toString(otherwise)));
  }

  String text(String key) {
    return values.getOrDefault(key, "");
  }
}
