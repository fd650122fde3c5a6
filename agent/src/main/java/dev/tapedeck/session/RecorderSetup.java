package dev.tapedeck.session;

import dev.tapedeck.boundary.Boundaries;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.Retention;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeWriter;
import dev.tapedeck.tape.Tier;
import java.tapedeck.Hooks;
import java.tapedeck.Order;
import java.util.zip.CRC32C;

/** Puts a recorder together. */
public final class RecorderSetup {

  private final TapeWriter tape;
  private final SiteTables sites;
  private final Recorder recorder;
  private final Lanes lanes;

  /**
   * Prepares to record on the tape.
   *
   * @param hashState settled
   * @param hashSeed what the lanes' seeds hang on; stands in the header
   */
  public RecorderSetup(TapeWriter tape, Doors doors, HashState hashState, long hashSeed) {
    this.tape = tape;
    this.sites = new SiteTables(new ToTape(tape));
    this.lanes = new Lanes(hashState, hashSeed);
    this.recorder = new Recorder(doors, new Asker(sites), lanes, tape, Thread.currentThread());
  }

  public SiteTable sites() {
    return sites;
  }

  public WeaveJournal journal() {
    return new Journal(tape, lanes);
  }

  /** What is to be done about the runs of this directory when this one has ended. */
  public void keeping(Retention retention) {
    recorder.retention = retention;
  }

  /**
   * From now on the current thread, the program's main one, is recorded.
   *
   * @param beforeSeveral what is to be done before the program has a second lane
   */
  public void start(Tier order, Runnable beforeSeveral) {
    lanes.beginMain(beforeSeveral);
    if (order.holds(Tier.LOCKS)) {
      Order.orderer = new OrderRecorder(lanes, recorder);
      Boundaries.keepOrder();
    }
    Hooks.session = recorder;
  }

  record ToTape(TapeWriter tape) implements SiteTables.Listener {
    @Override
    public void met(Site site) {
      tape.defineSite(site);
    }
  }

  record Journal(TapeWriter tape, Lanes lanes) implements WeaveJournal {
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
      tape.defineClass(new ClassInfo(className, "", crc(original), true, null));
    }

    @Override
    public void skipped(String className, String reason) {
      tape.note(new Note("warning", className + " is not woven: " + reason));
    }
  }

  static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return (int) crc.getValue();
  }
}
