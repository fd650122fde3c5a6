package dev.tapedeck.runner.diff;

import dev.tapedeck.runner.diff.Mode.Strictness;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Frame;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that counts of an event in 64 bits: events that say the same have the same. */
final class Fingerprint {
  private long state;

  private Fingerprint(long seed) {
    state = seed;
  }

  static long of(Event event, @Nullable Site site, Strictness strictness) {
    Fingerprint print = new Fingerprint(event.kind().name().hashCode());
    print.site(site, strictness);
    for (Told told : Told.of(event, strictness)) {
      print.text(told.name());
      print.value(told.value());
    }
    if (event.failure() != null) {
      print.failure(event.failure(), strictness);
    }
    return print.state;
  }

  private void site(@Nullable Site site, Strictness strictness) {
    if (site == null || strictness == Strictness.CONTENT) {
      return;
    }
    text(site.className());
    text(site.method());
    if (strictness == Strictness.EXACT) {
      number(site.line());
    }
  }

  private void failure(Failure failure, Strictness strictness) {
    text(failure.className());
    text(failure.message());
    failure.fields().values().forEach(this::text);
    if (strictness == Strictness.EXACT) {
      for (Frame frame : failure.frames()) {
        text(frame.className());
        text(frame.methodName());
        number(frame.lineNumber());
      }
    }
    if (failure.cause() != null) {
      failure(failure.cause(), strictness);
    }
  }

  private void value(@Nullable Object value) {
    if (value instanceof Long number) {
      number(number);
    } else if (value instanceof Payload payload) {
      payload(payload);
    } else if (value instanceof List<?> list) {
      number(list.size());
      list.forEach(this::value);
    } else {
      text(value == null ? null : value.toString());
    }
  }

  private void payload(Payload payload) {
    number(payload.length());
    try {
      payload.copyTo((bytes, length) -> {
        for (int i = 0; i < length; i++) {
          fold(bytes[i]);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(@Nullable String text) {
    number(text == null ? -1 : text.length());
    for (int i = 0; text != null && i < text.length(); i++) {
      fold(text.charAt(i));
    }
  }

  private void number(long number) {
    fold(number);
    state ^= state >>> 29;
  }

  private void fold(long word) {
    long mixed = (state ^ word) * 0x9e3779b97f4a7c15L;
    state = mixed ^ mixed >>> 32;
  }
}
