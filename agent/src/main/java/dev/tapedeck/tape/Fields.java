package dev.tapedeck.tape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An ordered map of texts, lists of texts and maps of texts, with a binary form. */
public final class Fields {

  private static final int TEXT = 0;
  private static final int LIST = 1;
  private static final int MAP = 2;

  private final Map<String, Object> values = new LinkedHashMap<>();

  public Fields put(String key, String value) {
    values.put(key, value);
    return this;
  }

  public Fields put(String key, long value) {
    return put(key, Long.toString(value));
  }

  public Fields put(String key, List<String> list) {
    values.put(key, list);
    return this;
  }

  public Fields put(String key, Map<String, String> map) {
    values.put(key, map);
    return this;
  }

  /** Puts what the other holds under the key, if anything. */
  Fields putFrom(Fields other, String key) {
    Object value = other.values.get(key);
    if (value != null) {
      values.put(key, value);
    }
    return this;
  }

  /** Puts everything the other holds. */
  public Fields putAll(Fields other) {
    values.putAll(other.values);
    return this;
  }

  /** The keys in the order they were first put. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The text under the key, or null. */
  public @Nullable String text(String key) {
    return values.get(key) instanceof String text ? text : null;
  }

  public String text(String key, String otherwise) {
    String text = text(key);
    return text == null ? otherwise : text;
  }

  /** The text under the key as a number; {@code otherwise} when there is none or it is no number. */
  public long number(String key, long otherwise) {
    String text = text(key);
    if (text == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /** The list under the key; empty when there is none. */
  @SuppressWarnings("unchecked")
  public List<String> list(String key) {
    return values.get(key) instanceof List<?> list
        ? Collections.unmodifiableList((List<String>) list)
        : List.of();
  }

  /** The map under the key, in its order; empty when there is none. */
  @SuppressWarnings("unchecked")
  public Map<String, String> map(String key) {
    return values.get(key) instanceof Map<?, ?> map
        ? Collections.unmodifiableMap((Map<String, String>) map)
        : Map.of();
  }

  public byte[] encode() {
    return encodeTo(new Encoder()).toBytes();
  }

  Encoder encodeTo(Encoder out) {
    out.varint(values.size());
    for (String key : values.keySet()) {
      out.string(key);
      String text = text(key);
      if (text != null) {
        out.byteValue(TEXT).string(text);
      } else if (values.get(key) instanceof List<?>) {
        out.byteValue(LIST).strings(list(key));
      } else {
        Map<String, String> map = map(key);
        out.byteValue(MAP).varint(map.size());
        for (Map.Entry<String, String> entry : map.entrySet()) {
          out.string(entry.getKey()).string(entry.getValue());
        }
      }
    }
    return out;
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws TapeException when these are not such bytes
   */
  public static Fields decode(byte[] bytes) {
    return decode(new Decoder(bytes, 0, bytes.length));
  }

  static Fields decode(Decoder in) {
    Fields fields = new Fields();
    int count = in.elements();
    for (int i = 0; i < count; i++) {
      String key = in.string();
      switch (in.byteValue()) {
        case TEXT -> fields.put(key, in.string());
        case LIST -> fields.put(key, list(in));
        case MAP -> fields.put(key, map(in));
        default -> throw Decoder.malformed();
      }
    }
    return fields;
  }

  private static List<String> list(Decoder in) {
    String[] texts = new String[in.elements()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.string();
    }
    return List.of(texts);
  }

  private static Map<String, String> map(Decoder in) {
    int count = in.elements();
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      map.put(in.string(), in.string());
    }
    return map;
  }
}
