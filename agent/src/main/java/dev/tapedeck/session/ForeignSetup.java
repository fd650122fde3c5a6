package dev.tapedeck.session;

import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import java.tapedeck.Hooks;
import org.jspecify.annotations.Nullable;

/** Puts a replayer together whose tape has the records of another tool. */
public final class ForeignSetup {

  private final SiteTables sites = new SiteTables(new Unknown());
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

  public WeaveJournal journal() {
    return new Journal(verdict, lanes);
  }

  /**
   * From now on the current thread, the program's main one, is replayed.
   *
   * @param beforeSeveral what is to be done before the program has a second lane
   */
  public void start(Runnable beforeSeveral) {
    lanes.beforeSeveral(beforeSeveral);
    lanes.beginMain();
    Hooks.session = replayer;
  }

  private record Unknown() implements SiteTables.Listener {
    @Override
    public void met(Site site) {
      // another tool has none
    }
  }

  /** The tape says nothing of classes, so none can be another one. */
  private record Journal(Verdict verdict, Lanes lanes) implements WeaveJournal {
    @Override
    public void begins() {
      lanes.defining();
    }

    @Override
    public void ends() {
      lanes.defined(null);
    }

    @Override
    public void seen(String className, byte[] original) {
      // nothing to hold it against
    }

    @Override
    public void skipped(String className, String reason) {
      verdict.note(className + " is not woven: " + reason);
    }
  }
}
