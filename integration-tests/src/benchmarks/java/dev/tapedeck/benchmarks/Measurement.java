package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.util.List;

/** Measures some lines of the table on one JDK. */
interface Measurement {

  /** Words by which it can be chosen. */
  String name();

  List<Row> measure(Bench bench, Options options, Jdk jdk) throws IOException, InterruptedException;
}
