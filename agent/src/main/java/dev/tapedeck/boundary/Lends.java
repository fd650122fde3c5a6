package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import java.io.IOException;

/**
 * A door behind which the program may be called, say to write the body of a request. It is heard there, see
 * {@link java.tapedeck.Session#ahead}, so its events stand on the tape before that of the door.
 */
public interface Lends {

  /** The kind of event with which the program's part begins. */
  Kind begins();

  /** Calls the program in a replay, as the library did. */
  void lend(Crossing crossing) throws IOException;
}
