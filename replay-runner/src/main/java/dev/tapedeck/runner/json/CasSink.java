package dev.tapedeck.runner.json;

import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.List;

/** Takes the bytes that do not stand in a line, before the line that names them by their hash. */
public interface CasSink {

  /** Where bytes are shown by hash and length alone. */
  CasSink NONE = (hash, pieces) -> {};

  /** Keeps the bytes of all pieces, one behind the other; the same may come again. */
  void keep(String hash, List<Payload> pieces) throws IOException;
}
