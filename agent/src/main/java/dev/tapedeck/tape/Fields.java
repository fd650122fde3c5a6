package dev.tapedeck.tape;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An ordered map of texts, lists of texts and maps of texts, with a binary form. */
public final class Fields {

  public Fields put(String key, String value) {
    throw new UnsupportedOperationException();
  }

  public Fields put(String key, long value) {
    return put(key, Long.toString(value));
  }

  public Fields put(String key, List<String> values) {
    throw new UnsupportedOperationException();
  }

  public Fields put(String key, Map<String, String> values) {
    throw new UnsupportedOperationException();
  }

  /** The keys in the order they were put. */
  public Set<String> keys() {
    throw new UnsupportedOperationException();
  }

  public boolean has(String key) {
    throw new UnsupportedOperationException();
  }

  /** The text under the key, or null. */
  public @Nullable String text(String key) {
    throw new UnsupportedOperationException();
  }

  public String text(String key, String otherwise) {
    String text = text(key);
    return text == null ? otherwise : text;
  }

  /** The text under the key as a number; {@code otherwise} when there is none or it is no number. */
  public long number(String key, long otherwise) {
    throw new UnsupportedOperationException();
  }

  /** The list under the key; empty when there is none. */
  public List<String> list(String key) {
    throw new UnsupportedOperationException();
  }

  /** The map under the key; empty when there is none. */
  public Map<String, String> map(String key) {
    throw new UnsupportedOperationException();
  }

  public byte[] encode() {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws TapeException when these are not such bytes
   */
  public static Fields decode(byte[] bytes) {
    throw new UnsupportedOperationException();
  }
}
