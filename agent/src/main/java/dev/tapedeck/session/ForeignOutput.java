package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Payload;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the program says on its standard streams, against what another tool has recorded of it, if anything. */
final class ForeignOutput {

  private final ForeignRecords records;

  /** By stream. */
  private final Map<String, Rest> rests = new HashMap<>();

  /** What is left of the record that was taken last. */
  private static final class Rest {
    byte[] bytes = {};
    int at;
  }

  ForeignOutput(ForeignRecords records) {
    this.records = records;
  }

  /** Whether it may be said: as one text, however many pieces it is said in. */
  synchronized Reply of(Asked asked) {
    String stream = String.valueOf(asked.fields().get(0));
    String key = ForeignKey.output(stream);
    if (!records.knows(key) || !(asked.fields().get(1) instanceof byte[] said)) {
      return Reply.Other.PASSES;
    }
    Rest rest = rests.computeIfAbsent(stream, none -> new Rest());
    for (byte one : said) {
      if (!isNext(rest, key) || rest.bytes[rest.at++] != one) {
        return Reply.Other.NONE;
      }
    }
    return Reply.Other.PASSES;
  }

  private boolean isNext(Rest rest, String key) {
    while (rest.at == rest.bytes.length) {
      Event record = records.next(key);
      if (record == null) {
        return false;
      }
      rest.bytes = record.question()[1] instanceof Payload bytes ? bytes.bytes() : new byte[0];
      rest.at = 0;
    }
    return true;
  }

  /** What has not been said of a record that was begun; null where all was. */
  synchronized @Nullable String left() {
    for (Map.Entry<String, Rest> entry : rests.entrySet()) {
      int left = entry.getValue().bytes.length - entry.getValue().at;
      if (left > 0) {
        return "output_write: the last " + left + " bytes of a record of " + entry.getKey();
      }
    }
    return null;
  }
}
