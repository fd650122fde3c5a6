package dev.tapedeck.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In which fields a request's body is another than the recorded one, where both are JSON. */
final class RequestDifference {
  private static final int SHOWN = 10;
  private static final int LONGEST = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> found = new ArrayList<>();

  private RequestDifference() {}

  /** For instance {@code messages[1].content: recorded "pear", now "plum"}; nothing where there is nothing to compare. */
  static List<String> of(TapeReader tape, Divergence divergence) {
    RequestDifference difference = new RequestDifference();
    if (!divergence.asked().body().isEmpty() && divergence.ordinal() >= 0) {
      JsonNode recorded = recorded(tape, divergence);
      JsonNode now = tree(Base64.getDecoder().decode(divergence.asked().body()));
      if (recorded != null && now != null) {
        difference.compare("", recorded, now);
      }
    }
    return difference.found;
  }

  private static @Nullable JsonNode recorded(TapeReader tape, Divergence divergence) {
    LaneEvents events = tape.lane(divergence.lane());
    while (events.advance()) {
      if (events.ordinal() == divergence.ordinal()) {
        Event event = events.event();
        for (Object field : event.question()) {
          if (field instanceof Payload body) {
            return tree(body.bytes());
          }
        }
        return null;
      }
    }
    return null;
  }

  private static @Nullable JsonNode tree(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      return tree.isContainerNode() ? tree : null;
    } catch (IOException notJson) {
      return null;
    }
  }

  private void compare(String path, JsonNode recorded, JsonNode now) {
    if (recorded.equals(now) || found.size() > SHOWN) {
      return;
    }
    if (recorded.isObject() && now.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      for (Iterator<String> each = recorded.fieldNames(); each.hasNext(); ) {
        names.add(each.next());
      }
      for (Iterator<String> each = now.fieldNames(); each.hasNext(); ) {
        names.add(each.next());
      }
      for (String name : names) {
        compare(path.isEmpty() ? name : path + "." + name, recorded.path(name), now.path(name));
      }
    } else if (recorded.isArray() && now.isArray()) {
      for (int i = 0; i < Math.max(recorded.size(), now.size()); i++) {
        compare(path + "[" + i + "]", recorded.path(i), now.path(i));
      }
    } else {
      found.add(found.size() == SHOWN ? "and more" : path + ": " + words(recorded, now));
    }
  }

  private static String words(JsonNode recorded, JsonNode now) {
    if (recorded.isMissingNode()) {
      return "not recorded, now " + text(now);
    }
    return "recorded " + text(recorded)
        + (now.isMissingNode() ? ", now missing" : ", now " + text(now));
  }

  private static String text(JsonNode node) {
    String text = node.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
