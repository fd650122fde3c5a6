package dev.tapedeck.session;

import dev.tapedeck.boundary.Boundaries;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.MethodOrder;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.Tier;
import java.tapedeck.Hooks;
import java.tapedeck.Order;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a replayer together. */
public final class ReplayerSetup {

  private final SiteTables sites = new SiteTables(new Unknown());
  private final Verdict verdict;
  private final Replayer replayer;
  private final Lanes lanes;
  private final TapeReader tape;

  /**
   * Prepares to replay the tape.
   *
   * @param hashState settled
   * @param outcome the file that is told how the replay went
   * @param until {@code lane:ordinal} of the event to stop before
   * @param debugged whether somebody looks on, and a divergence must not end the program
   * @param paced whether what came over HTTP comes as slowly again
   */
  public ReplayerSetup(
      TapeReader tape,
      Doors doors,
      HashState hashState,
      @Nullable String outcome,
      @Nullable String until,
      boolean debugged,
      boolean paced) {
    this.tape = tape;
    for (Site site : tape.sites()) {
      sites.know(site);
    }
    Fields header = tape.header();
    this.verdict = new Verdict(outcome);
    this.lanes = new Lanes(hashState, header.number(Header.HASH_SEED, 0));
    LanesOnTape lanesOnTape = new LanesOnTape(tape);
    Divergences divergences = new Divergences(verdict, sites, lanesOnTape, debugged);
    ProgramThreads threads = new ProgramThreads();
    ReplayEnd end = new ReplayEnd(
        lanesOnTape,
        divergences,
        verdict,
        Thread.currentThread(),
        tape.end(),
        tape.complete(),
        System.getProperty("java.vm.version", "").equals(header.text(Header.JVM_VERSION)),
        threads);
    this.replayer = new Replayer(
        doors,
        new Asker(sites),
        lanes,
        lanesOnTape,
        divergences,
        threads,
        end,
        methodOrders(tape),
        StopBefore.of(until),
        new Pace(paced));
  }

  /** By class, the first that was recorded: the JVM does not change its mind. */
  static Map<String, MethodOrder> methodOrders(TapeReader tape) {
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
    return new ReplayJournal(verdict, tape.classes(), lanes);
  }

  /**
   * From now on the current thread, the program's main one, is replayed.
   *
   * @param beforeSeveral what is to be done before the program has a second lane
   */
  public void start(Runnable beforeSeveral) throws ReflectiveOperationException {
    ThreadIds.goBeyondRecorded();
    lanes.beginMain(beforeSeveral);
    if (Tier.of(tape.header().text(Header.ORDER, "io")).holds(Tier.LOCKS)) {
      Order.orderer = replayer.order();
      Boundaries.keepOrder();
    }
    Hooks.session = replayer;
  }

  /** A site that the tape does not know makes a divergence when it asks, not before. */
  record Unknown() implements SiteTables.Listener {
    @Override
    public void met(Site site) {}
  }
}
