package dev.tapedeck.session;

import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.tape.Awakened;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.MethodOrder;
import dev.tapedeck.tape.Rehearsal;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import java.io.File;
import java.io.IOException;
import java.tapedeck.Hooks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a replayer together. */
public final class ReplayerSetup {

  private final SiteTables sites = new SiteTables(new Unknown());
  private final Verdict verdict;
  private final Replayer replayer;
  private final Lanes lanes;
  private final TapeReader tape;
  private final @Nullable String outcome;

  /**
   * Prepares to replay the tape.
   *
   * @param outcome the file that is told how the replay went
   * @param until {@code lane:ordinal} of the event to stop before
   * @param debugged whether somebody looks on, and a divergence must not end the program
   */
  public ReplayerSetup(
      TapeReader tape,
      Door[] doors,
      @Nullable String outcome,
      @Nullable String until,
      boolean debugged) {
    this.tape = tape;
    this.outcome = outcome;
    for (Site site : tape.sites()) {
      sites.know(site);
    }
    Fields header = tape.header();
    this.verdict = new Verdict(outcome);
    this.lanes = new Lanes(FreshThread.hashState(), header.number(Header.HASH_SEED, 0));
    LanesOnTape lanesOnTape = new LanesOnTape(tape);
    Divergences divergences = new Divergences(verdict, sites, lanesOnTape, debugged);
    ReplayEnd end = new ReplayEnd(
        lanesOnTape,
        divergences,
        verdict,
        Thread.currentThread(),
        tape.end(),
        tape.complete(),
        System.getProperty("java.vm.version", "").equals(header.text(Header.JVM_VERSION)));
    int colon = until == null ? -1 : until.indexOf(':');
    this.replayer = new Replayer(
        doors,
        new Asker(sites),
        lanes,
        lanesOnTape,
        divergences,
        end,
        methodOrders(tape),
        awakened(tape),
        until == null || colon < 0 ? -1 : Integer.parseInt(until.substring(0, colon)),
        until == null || colon < 0 ? -1 : Long.parseLong(until.substring(colon + 1)));
  }

  private static Map<Long, List<String>> awakened(TapeReader tape) {
    Map<Long, List<String>> classes = new HashMap<>();
    for (Awakened awakened : tape.awakened()) {
      classes.put(Replayer.place(awakened.lane(), awakened.ordinal()), awakened.classes());
    }
    return classes;
  }

  /** By class, the first that was recorded: the JVM does not change its mind. */
  private static Map<String, MethodOrder> methodOrders(TapeReader tape) {
    Map<String, MethodOrder> orders = new HashMap<>();
    for (MethodOrder order : tape.methodOrders()) {
      orders.putIfAbsent(order.className() + (order.publicOnly() ? " public" : ""), order);
    }
    return orders;
  }

  public SiteTable sites() {
    return sites;
  }

  public WeaveJournal journal() {
    return new Journal(verdict, tape, lanes.hashState);
  }

  /**
   * Does what a recording has done by now.
   *
   * <p>Call before the weaver comes: a class that is woven while it is loaded is not the one of the
   * JVM's archive, and those that extend it are not either.
   */
  public void rehearse() throws IOException {
    if (outcome != null) {
      Rehearsal.map(new File(outcome + ".rehearsal"));
    }
  }

  /** From now on the current thread, the program's main one, is replayed. */
  public void start() {
    lanes.beginMain();
    Hooks.session = replayer;
  }

  /** A site that the tape does not know makes a divergence when it asks, not before. */
  private record Unknown() implements SiteTables.Listener {
    @Override
    public void met(Site site) {}
  }

  /** Notes the classes that are not those that were recorded. */
  private static final class Journal implements WeaveJournal {

    private final Verdict verdict;
    private final HashState hashState;
    private final Map<String, Integer> recorded = new HashMap<>();

    Journal(Verdict verdict, TapeReader tape, HashState hashState) {
      this.hashState = hashState;
      this.verdict = verdict;
      for (ClassInfo info : tape.classes()) {
        recorded.put(info.name(), info.crc32c());
      }
    }

    @Override
    public void loads(String name) {}

    @Override
    public int[] begins() {
      int[] kept = new int[HashState.WORDS];
      hashState.take(kept);
      return kept;
    }

    @Override
    public void ends(int[] begun) {
      hashState.put(begun);
    }

    @Override
    public void seen(String className, byte[] original) {
      Integer crc = recorded.get(className);
      if (crc != null && crc != RecorderSetup.crc(original)) {
        verdict.changed(className);
      }
    }

    @Override
    public void skipped(String className, String reason) {
      verdict.note(className + " is not woven: " + reason);
    }
  }
}
