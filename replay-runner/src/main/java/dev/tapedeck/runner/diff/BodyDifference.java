package dev.tapedeck.runner.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How two bodies differ: as JSON by the paths in it, as text by lines, else by bytes. */
final class BodyDifference {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 4 << 20;
  private static final int MOST_PATHS = 20;

  private final List<String> lines = new ArrayList<>();

  private BodyDifference() {}

  static List<String> of(String name, Payload a, Payload b) {
    if (a.length() > LARGEST || b.length() > LARGEST) {
      return a.length() == b.length()
          ? List.of()
          : List.of(name + ": " + a.length() + " bytes -> " + b.length() + " bytes");
    }
    byte[] one = a.bytes();
    byte[] other = b.bytes();
    int at = Arrays.mismatch(one, other);
    if (at < 0) {
      return List.of();
    }
    BodyDifference difference = new BodyDifference();
    JsonNode jsonA = json(one);
    JsonNode jsonB = json(other);
    if (jsonA != null && jsonB != null) {
      difference.nodes(name + " $", jsonA, jsonB);
    }
    if (difference.lines.isEmpty()) {
      difference.bytes(name, one, other, at);
    }
    return difference.lines;
  }

  private static @Nullable JsonNode json(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      return node.isContainerNode() ? node : null;
    } catch (IOException e) {
      return null;
    }
  }

  private void nodes(String path, JsonNode a, JsonNode b) {
    if (lines.size() >= MOST_PATHS || a.equals(b)) {
      return;
    }
    if (a.isObject() && b.isObject()) {
      Set<String> names = new TreeSet<>();
      a.fieldNames().forEachRemaining(names::add);
      b.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> nodes(path + "." + name, a.path(name), b.path(name)));
    } else if (a.isArray() && b.isArray()) {
      for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
        nodes(path + "[" + i + "]", a.path(i), b.path(i));
      }
    } else {
      lines.add(path + ": " + shown(a) + " -> " + shown(b));
    }
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "none" : ValueDifference.shortened((Object) node);
  }

  private void bytes(String name, byte[] a, byte[] b, int at) {
    String lengths =
        a.length == b.length ? "" : " (" + a.length + " bytes -> " + b.length + " bytes)";
    if (isText(a) && isText(b)) {
      lines.add(name + " line " + (1 + newlines(a, at)) + ": " + lineAt(a, at) + " -> "
          + lineAt(b, at) + lengths);
    } else {
      lines.add(name + ": from byte " + at + " on" + lengths);
    }
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static int newlines(byte[] bytes, int before) {
    int count = 0;
    for (int i = 0; i < before; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private static String lineAt(byte[] bytes, int at) {
    int from = Math.min(at, bytes.length);
    while (from > 0 && bytes[from - 1] != '\n') {
      from--;
    }
    int to = Math.min(at, bytes.length);
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    return ValueDifference.shortened(new String(bytes, from, to - from, UTF_8));
  }
}
