package dev.tapedeck.session;

import java.tapedeck.Orderer;
import org.jspecify.annotations.Nullable;

/** What both sides of the order between lanes share: which operations count. */
abstract class LaneOrder extends Orderer {

  final Lanes lanes;

  LaneOrder(Lanes lanes) {
    this.lanes = lanes;
  }

  /**
   * The current thread, if what it does now has a place in the order; else null.
   *
   * <p>Nothing counts before there is a second lane, nor what the JVM's own threads do, nor what happens
   * behind a door, where a replay does not go, or while a class is looked for, which the JVM does when
   * it likes.
   */
  final @Nullable ThreadLane ordered() {
    if (!lanes.several) {
      return null;
    }
    ThreadLane thread = lanes.current();
    return thread == null
            || thread.depth != 0
            || thread.defining != 0
            || thread.paused != 0
            || thread.own.isJvms()
        ? null
        : thread;
  }

  @Override
  public final void pause() {
    ThreadLane thread = lanes.several ? lanes.current() : null;
    if (thread != null) {
      thread.paused++;
    }
  }

  @Override
  public final void resume() {
    ThreadLane thread = lanes.several ? lanes.current() : null;
    if (thread != null && thread.paused > 0) {
      thread.paused--;
    }
  }

  /** The name of the class that a site is in. */
  abstract String className(int site);

  @Override
  public final void initializes(int site) {
    lanes.initializes(className(site));
  }

  @Override
  public final void initialized() {
    lanes.initialized();
  }
}
