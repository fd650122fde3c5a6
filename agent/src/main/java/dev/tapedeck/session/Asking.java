package dev.tapedeck.session;

import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Site;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says for the launcher what the current thread asks, and where. */
final class Asking {

  /** Up to here a request that differs is told whole, for people to compare. */
  private static final int WHOLE = 1 << 20;

  private Asking() {}

  static Fields fields(String reason, Kind kind, @Nullable Site site, @Nullable Asked asked) {
    Fields how = new Fields();
    how.put("reason", reason);
    how.put("asked_kind", kind.name());
    how.put("asked_kind_id", kind.id());
    if (asked != null) {
      how.put("asked_question", Texts.question(kind.question(), asked.fields()));
      for (Object field : asked.fields()) {
        if (kind.name().startsWith("http_")
            && field instanceof byte[] body
            && body.length <= WHOLE) {
          how.put("asked_body", Base64.getEncoder().encodeToString(body));
        }
      }
    }
    how.put("asked_site", Texts.site(site));
    how.put("asked_thread", Thread.currentThread().getName());
    List<String> stack = new ArrayList<>();
    for (StackTraceElement element : new Throwable().getStackTrace()) {
      if (!Failures.isOurs(element)) {
        stack.add(element.toString());
      }
    }
    how.put("asked_stack", stack);
    return how;
  }
}
