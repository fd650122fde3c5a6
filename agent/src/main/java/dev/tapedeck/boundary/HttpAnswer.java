package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** The head of a response, between a client library and the tape. */
final class HttpAnswer {

  final String version;
  final long status;
  final @Nullable String reason;
  final HttpHead head;
  final String[] facts;

  /** The library's own form of it; null in a replay. */
  final @Nullable Object real;

  /** The number of the exchange, and the line that made it: its body has both. */
  long number;

  int site;

  HttpAnswer(
      String version,
      long status,
      @Nullable String reason,
      HttpHead head,
      String[] facts,
      @Nullable Object real) {
    this.version = version;
    this.status = status;
    this.reason = reason;
    this.head = head;
    this.facts = facts;
    this.real = real;
  }

  /** Whether the library told that. */
  boolean says(String fact) {
    for (String told : facts) {
      if (told.equals(fact)) {
        return true;
      }
    }
    return false;
  }
}
