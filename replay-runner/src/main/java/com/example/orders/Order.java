package com.example.orders;

import java.time.Instant;

/** One line of the orders file: {@code id;customer;cents;due}. */
record Order(int id, String customer, long cents, Instant due) {

  static Order parse(String line) {
    String[] fields = line.split(";");
    return new Order(
        Integer.parseInt(fields[0]),
        fields[1],
        Long.parseLong(fields[2]),
        Instant.parse(fields[3]));
  }
}
