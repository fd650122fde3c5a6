package dev.tapedeck.session;

import dev.tapedeck.boundary.Behind;
import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Doors;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What replayers share, whoever has written the tape: the world is never asked. */
abstract class TapeSession extends ListeningSession implements TapeClock.Times {

  private final TapeClock clock;

  TapeSession(Doors doors, Asker asker, Lanes lanes) {
    super(doors, asker, lanes);
    this.clock = new TapeClock(lanes, asker, this);
  }

  @Override
  public long nanoTime(int site) {
    return clock.nanoTime(site);
  }

  @Override
  public long currentTimeMillis(int site) {
    return clock.currentTimeMillis(site);
  }

  @Override
  public long nanoTimeAdjustment(long offsetSeconds, int site) {
    return clock.nanoTimeAdjustment(offsetSeconds, site);
  }

  @Override
  boolean passes(ThreadLane thread, Behind behind, Crossing crossing) throws Exception {
    thread.answer = behind.instead(crossing);
    return true;
  }

  @Override
  final void told(ThreadLane thread, Door door, Crossing crossing, @Nullable Object result) {
    throw new IllegalStateException(
        "a replay asked the world for " + door.kind().name());
  }

  @Override
  final void threw(ThreadLane thread, Door door, Crossing crossing, Throwable thrown) {
    throw new IllegalStateException(
        "a replay asked the world for " + door.kind().name());
  }

  /** Has the door answer the thread as it is told by these fields. */
  static void retell(ThreadLane thread, Door door, Crossing crossing, @Nullable Object[] answer)
      throws IOException {
    try {
      thread.answer = door.retell(crossing, new EventTold(answer));
    } catch (Error | RuntimeException | IOException ours) {
      throw ours;
    } catch (Throwable theirs) {
      thread.failure = theirs;
    }
  }
}
