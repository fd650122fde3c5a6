package dev.tapedeck.benchmarks.program;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/**
 * Asks a server in a loop, with the client that its first argument names, and prints how many requests it got
 * through in a second, and the median and the 99th percentile of what each took, or each event came late, in
 * microseconds.
 */
public final class HttpWork {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final byte[] PIECE = new byte[64 * 1024];

  private HttpWork() {}

  public static void main(String[] args) throws Exception {
    URI address = URI.create(args[1]);
    int count = Integer.parseInt(args[2]);
    if (args[0].equals("events")) {
      lateness(address, count);
      return;
    }
    boolean isUrl = args[0].equals("url");
    for (int i = 0; i < count / 2; i++) {
      read(isUrl, address); // so that compilers are done
    }
    long[] took = new long[count];
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      read(isUrl, address);
      took[i] = System.nanoTime() - begin;
    }
    print(count / ((System.nanoTime() - start) / 1e9), took);
  }

  private static void read(boolean isUrl, URI address) throws IOException, InterruptedException {
    try (InputStream in = isUrl ? address.toURL().openStream() : body(address)) {
      while (in.read(PIECE) >= 0) {
        // to its end
      }
    }
  }

  private static InputStream body(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return CLIENT.send(request, BodyHandlers.ofInputStream()).body();
  }

  /** Each event says when it was sent, on the clock that all processes of a machine share. */
  private static void lateness(URI address, int count) throws IOException {
    long[] late = new long[count];
    long start = System.nanoTime();
    URL url = address.toURL();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(url.openStream(), US_ASCII))) {
      int i = 0;
      for (String line = in.readLine(); line != null && i < count; line = in.readLine()) {
        if (line.startsWith("data: ")) {
          late[i++] = System.nanoTime() - Long.parseLong(line.substring(6));
        }
      }
    }
    print(count / ((System.nanoTime() - start) / 1e9), late);
  }

  private static void print(double perSecond, long[] nanos) {
    Arrays.sort(nanos);
    System.out.println(perSecond);
    System.out.println(nanos[nanos.length / 2] / 1e3);
    System.out.println(nanos[nanos.length * 99 / 100] / 1e3);
  }
}
