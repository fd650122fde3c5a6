package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** A request of a client library, as far as it is known: who asks, and what. */
final class HttpAsked {

  final String client;
  final HttpSecrets secrets;
  final String method;
  final String uri;
  final HttpHead head;

  /** The whole body, where it is not sent in pieces; null for none. */
  byte @Nullable [] body;

  /** When it began to be asked. */
  final long atNs = System.nanoTime();

  /** The line that asks, as soon as that is known. */
  int site;

  HttpAsked(String client, HttpSecrets secrets, String method, String uri, HttpHead head) {
    this.client = client;
    this.secrets = secrets;
    this.method = method;
    this.uri = uri;
    this.head = head;
  }
}
