package dev.tapedeck.session;

import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import java.tapedeck.Hooks;
import org.jspecify.annotations.Nullable;

/** Puts a recorder together whose world is an old tape. */
public final class BlesserSetup {

  private final TapeWriter tape;
  private final SiteTables sites;
  private final Lanes lanes;
  private final Blesser blesser;

  /**
   * Prepares to record.
   *
   * @param old what answers
   * @param hashState settled
   * @param outcome the file that is told how it went
   */
  public BlesserSetup(
      TapeReader old, TapeWriter tape, Doors doors, HashState hashState, @Nullable String outcome) {
    this.tape = tape;
    this.sites = new SiteTables(new RecorderSetup.ToTape(tape));
    this.lanes = new Lanes(hashState, old.header().number(Header.HASH_SEED, 0));
    this.blesser = new Blesser(
        doors,
        new Asker(sites),
        lanes,
        tape,
        new OldAnswers(old),
        ReplayerSetup.methodOrders(old),
        old.header().number(Header.STARTED_AT_NANOS, 0),
        new Refusal(new Verdict(outcome), sites));
  }

  public SiteTable sites() {
    return sites;
  }

  public WeaveJournal journal() {
    return new RecorderSetup.Journal(tape, lanes);
  }

  /**
   * From now on the current thread, the program's main one, is recorded.
   *
   * @param beforeSeveral what is to be done before the program has a second lane
   */
  public void start(Runnable beforeSeveral) throws ReflectiveOperationException {
    ThreadIds.goBeyondRecorded();
    lanes.beginMain(beforeSeveral);
    Hooks.session = blesser;
  }
}
