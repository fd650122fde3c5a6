package com.example.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Charges the orders of a file one after the other. */
public final class OrderBatch {
  private OrderBatch() {}

  public static void main(String[] args) throws IOException {
    List<Order> orders;
    try (var lines = Files.lines(Path.of(args[0]))) {
      orders = lines.map(Order::parse).toList();
    }
    CardGateway gateway = new CardGateway();
    long begin = System.nanoTime();
    long cents = 0;
    for (Order order : orders) {
      charge(order, gateway);
      cents += order.cents();
    }
    System.out.printf(
        Locale.ROOT,
        "%d orders, %.2f EUR, %d ms%n",
        orders.size(),
        cents / 100.0,
        (System.nanoTime() - begin) / 1_000_000);
  }

  private static void charge(Order order, CardGateway gateway) {
    try {
      UUID receipt = gateway.charge(order);
      Duration late = Duration.between(order.due(), Instant.now());
      System.out.println("order " + order.id() + " " + order.customer() + ": receipt " + receipt
          + ", late by " + late);
    } catch (InterruptedException e) {
      throw new IllegalStateException("order " + order.id() + " was interrupted", e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "order " + order.id() + " of " + order.customer() + " was not charged", e);
    }
  }
}
