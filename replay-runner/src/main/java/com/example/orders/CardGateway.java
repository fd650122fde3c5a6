package com.example.orders;

import java.util.Random;
import java.util.UUID;

/** Charges a card over a line that is not always there, and tries again after a while when it is not. */
final class CardGateway {
  private static final int[] BACKOFF_MS = {40, 120, 300};

  private final Random line = new Random();

  UUID charge(Order order) throws InterruptedException {
    int attempt = 0;
    while (lineIsDown()) {
      // The bug of the demo: nobody thought of a fourth try.
      int pause = BACKOFF_MS[attempt++];
      Thread.sleep(pause + line.nextInt(pause));
      System.out.println("  order " + order.id() + ": line down, try " + (attempt + 1));
    }
    return UUID.randomUUID();
  }

  private boolean lineIsDown() {
    return line.nextInt(100) < 39;
  }
}
