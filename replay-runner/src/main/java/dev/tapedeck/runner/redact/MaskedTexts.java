package dev.tapedeck.runner.redact;

import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tape holds beside its events, with asterisks for what patterns match. */
final class MaskedTexts {
  /** What Tapedeck put there for itself, mostly numbers: nobody's data, and a replay is lost without them. */
  private static final Set<String> OURS = Set.of(
      Header.RUN_ID,
      Header.STARTED_AT_UNIX_MS,
      Header.STARTED_AT_NANOS,
      Header.TAPEDECK_VERSION,
      Header.JVM_VERSION,
      Header.CLASS_PATH_DIGESTS,
      Header.SYSTEM_PROPERTIES_TABLE,
      Header.PROCESSORS,
      Header.SET_SALT,
      Header.SET_REVERSE,
      Header.LAST_OPERATIONS,
      Header.HASH_SEED,
      Header.ORDER,
      Header.RACES,
      Header.EARLY_HASHES,
      Header.NEXT_THREAD_ID,
      Header.MAX_HEAP);

  private final Masking masking;

  MaskedTexts(Masking masking) {
    this.masking = masking;
  }

  Fields header(Fields header) {
    Fields masked = new Fields();
    for (String key : header.keys()) {
      String text = header.text(key);
      Map<String, String> map = header.map(key);
      if (text != null) {
        masked.put(key, OURS.contains(key) ? text : masking.matches(text));
      } else if (map.isEmpty()) {
        List<String> list = header.list(key);
        masked.put(key, OURS.contains(key) ? list : list(list));
      } else {
        Map<String, String> values = new LinkedHashMap<>();
        map.forEach((name, value) -> values.put(name, masking.matches(value)));
        masked.put(key, values);
      }
    }
    return masked;
  }

  @Nullable
  Crash crash(@Nullable Crash crash) {
    return crash == null
        ? null
        : new Crash(masking.matches(crash.thread()), failure(crash.failure()));
  }

  /** Its texts; the classes and methods are those of the program. */
  Failure failure(Failure failure) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    failure.fields().forEach((name, value) -> fields.put(name, orNull(value)));
    Failure cause = failure.cause();
    return new Failure(
        failure.className(),
        orNull(failure.message()),
        fields,
        cause == null ? null : failure(cause),
        failure.suppressed().stream().map(this::failure).toList(),
        failure.frames());
  }

  @Nullable
  String orNull(@Nullable String text) {
    return text == null ? null : masking.matches(text);
  }

  List<String> list(List<String> texts) {
    List<String> masked = new ArrayList<>();
    texts.forEach(text -> masked.add(masking.matches(text)));
    return masked;
  }
}
