package dev.tapedeck.session;

import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeReader;
import java.tapedeck.Hooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a replayer together whose tape has the records of another tool. */
public final class ForeignSetup {

  private final SiteTables sites = new SiteTables(new ReplayerSetup.Unknown());
  private final Verdict verdict;
  private final Lanes lanes;
  private final ForeignReplayer replayer;

  /**
   * Prepares to replay the tape.
   *
   * @param hashState settled
   * @param outcome the file that is told how it went
   */
  public ForeignSetup(TapeReader tape, Doors doors, HashState hashState, @Nullable String outcome) {
    this.verdict = new Verdict(outcome);
    this.lanes = new Lanes(hashState, tape.header().number(Header.HASH_SEED, 0));
    this.replayer = new ForeignReplayer(
        doors,
        new Asker(sites),
        lanes,
        new ForeignAnswers(tape),
        new Refusal(verdict, sites),
        verdict);
  }

  public SiteTable sites() {
    return sites;
  }

  /** The tape says nothing of classes, so none can be another one. */
  public WeaveJournal journal() {
    return new ReplayJournal(verdict, List.of(), lanes);
  }

  /**
   * From now on the current thread, the program's main one, is replayed.
   *
   * @param beforeSeveral what is to be done before the program has a second lane
   */
  public void start(Runnable beforeSeveral) {
    lanes.beginMain(beforeSeveral);
    Hooks.session = replayer;
  }
}
