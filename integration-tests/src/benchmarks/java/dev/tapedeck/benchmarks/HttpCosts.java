package dev.tapedeck.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Clients that ask a server on loopback, which is this process, one request after the other. */
final class HttpCosts implements Measurement {

  private static final int KIB = 1024;
  private static final int MIB = 1 << 20;
  private static final double SMALL_BUDGET = 1 / 0.9;
  private static final double LARGE_BUDGET = 1 / 0.8;
  private static final int EVENTS = 200;
  private static final int EVENT_MS = 10;

  @Override
  public String name() {
    return "http";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits for 40 ms
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    hands(server, "/small", KIB);
    hands(server, "/large", MIB);
    server.createContext("/events", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        for (int i = 0; i < EVENTS; i++) {
          pause();
          out.write(("data: " + System.nanoTime() + "\n\n").getBytes(US_ASCII));
          out.flush();
        }
      }
    });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      Side side = new Side(bench, options.number("repeats", 3), jdk);
      List<Row> rows = new ArrayList<>();
      for (String client : new String[] {"url", "client"}) {
        String name = client.equals("url") ? "HttpURLConnection" : "HttpClient";
        int small = options.number("requests", 5000);
        String ratio = ", plain / recording, requests a second";
        rows.add(side.row(name + ", 1 KiB" + ratio, SMALL_BUDGET, client, base + "/small", small));
        rows.add(
            side.row(name + ", 1 MiB" + ratio, LARGE_BUDGET, client, base + "/large", small / 20));
      }
      rows.add(side.events(base + "/events"));
      return rows;
    } finally {
      server.stop(0);
      threads.shutdown();
    }
  }

  private static void hands(HttpServer server, String path, int size) {
    byte[] body = new byte[size];
    server.createContext(path, exchange -> {
      exchange.sendResponseHeaders(200, size);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
  }

  private static void pause() {
    try {
      Thread.sleep(EVENT_MS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a run prints: how many a second, the median, the 99th percentile. */
  private static final class Figures {
    final Sample perSecond = new Sample();
    final Sample median = new Sample();
    final Sample p99 = new Sample();

    void add(Ran ran) {
      perSecond.add(ran.figure(0));
      median.add(ran.figure(1));
      p99.add(ran.figure(2));
    }
  }

  /** Runs the same work plain and recorded, in turns. */
  private record Side(Bench bench, int repeats, Jdk jdk) {

    Row row(String what, double budget, String client, String url, int count)
        throws IOException, InterruptedException {
      Figures plain = new Figures();
      Figures recording = new Figures();
      turns(plain, recording, client, url, count);
      double many = plain.perSecond.median();
      double fewer = recording.perSecond.median();
      String behind = String.format(
          Locale.ROOT,
          "plain %.0f, recording %.0f requests a second, that is %.2f; 99th percentile %.0f and %.0f us,"
              + " so %.0f us more",
          many,
          fewer,
          fewer / many,
          plain.p99.median(),
          recording.p99.median(),
          recording.p99.median() - plain.p99.median());
      return new Row(what, many / fewer, budget, 1, behind);
    }

    /** How late events are, that come one by one. */
    Row events(String url) throws IOException, InterruptedException {
      Figures plain = new Figures();
      Figures recording = new Figures();
      turns(plain, recording, "events", url, EVENTS);
      String behind = String.format(
          Locale.ROOT,
          "plain %.0f us, recording %.0f us; 99th percentile %.0f and %.0f us",
          plain.median.median(),
          recording.median.median(),
          plain.p99.median(),
          recording.p99.median());
      double late = recording.median.median() / plain.median.median();
      return Row.stated("server-sent events, how late they come, recording / plain", late, behind);
    }

    private void turns(Figures plain, Figures recording, String client, String url, int count)
        throws IOException, InterruptedException {
      for (int i = 0; i < repeats; i++) {
        plain.add(Ran.of(bench.plain(jdk, "HttpWork", client, url, count)));
        Path tapes = bench.tapes();
        recording.add(Ran.of(bench.recorded(jdk, tapes, "HttpWork", client, url, count)));
        Bench.delete(tapes);
      }
    }
  }
}
