package dev.tapedeck.runner.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The batch job's input: orders that were due in the last days. */
final class OrdersFile {
  static final int ORDERS = 30;

  private static final String[] CUSTOMERS = {
    "Abel & Sons", "Blue Harbour", "Corvin", "Dahl Freight", "Eastgate"
  };

  private OrdersFile() {}

  static Path write(Path directory) throws IOException {
    Instant today = Instant.now().truncatedTo(ChronoUnit.HOURS);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      Instant due = today.minus(3L * i + 1, ChronoUnit.HOURS);
      lines.add(
          1001 + i + ";" + CUSTOMERS[i % CUSTOMERS.length] + ";" + (1990 + 731 * i) + ";" + due);
    }
    return Files.write(directory.resolve("orders.csv"), lines);
  }
}
