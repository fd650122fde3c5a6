package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;

/** The server pushes a response: that is not recorded yet, and a replay must not be silent about it. */
final class HttpClientPushed extends Arrival {

  private HttpClientPushed() {
    super(Kinds.UNCOVERED, null);
  }

  /** The client's own thread asks the program whether it wants one. */
  static final class Door extends Shut {

    Door() {
      super(null);
    }

    @Override
    public boolean isForAnyThread() {
      return true;
    }

    @Override
    public boolean isBehindDoors() {
      return true;
    }

    @Override
    public boolean applies(Crossing crossing) {
      HttpClientWire wire = HttpClientWire.of(crossing.self);
      if (wire != null) {
        wire.arrived(new HttpClientPushed());
      }
      return false;
    }
  }

  @Override
  public void ask(FieldSink question) {
    question.putString("a pushed response");
  }

  @Override
  public void tell(FieldSink answer) {}

  @Override
  public void happen() {}

  static Arrival again() {
    return new HttpClientPushed();
  }
}
