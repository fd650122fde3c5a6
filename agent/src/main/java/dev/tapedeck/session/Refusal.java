package dev.tapedeck.session;

import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Site;
import org.jspecify.annotations.Nullable;

/** Ends a changed program at what the old tape cannot answer: at once, so that nothing it does then counts. */
final class Refusal {

  private static final int REFUSED = 1;
  private static final int TROUBLE = 2;

  private final Verdict verdict;
  private final SiteTables sites;
  private volatile boolean refused;

  Refusal(Verdict verdict, SiteTables sites) {
    this.verdict = verdict;
    this.sites = sites;
  }

  /** Whether there was anything. */
  boolean any() {
    return refused;
  }

  /** The program has come to its end, and everything was answered. */
  void none() {
    verdict.write(new Fields().put("verdict", "blessed"));
  }

  @Nullable
  Site site(int line) {
    return sites.at(line);
  }

  /** The tape has no answer to the question. */
  RuntimeException of(Kind kind, int line, Asked asked) {
    return end(Asking.fields("unanswered", kind, sites.at(line), asked), REFUSED);
  }

  /** The program wants something that old tapes are not asked for. */
  RuntimeException of(String what, int line) {
    Fields how = new Fields().put("reason", "unanswered").put("asked_question", what);
    return end(how.put("asked_site", Texts.site(sites.at(line))), REFUSED);
  }

  /** Something of ours failed. */
  RuntimeException trouble(Throwable thrown) {
    StringBuilder detail = new StringBuilder().append(thrown);
    for (StackTraceElement element : thrown.getStackTrace()) {
      detail.append("\n  at ").append(element);
    }
    return end(new Fields().put("reason", "trouble").put("detail", detail.toString()), TROUBLE);
  }

  private RuntimeException end(Fields how, int status) {
    refused = true;
    verdict.diverged(how);
    verdict.write(new Fields());
    verdict.close();
    Runtime.getRuntime().halt(status);
    return new IllegalStateException("the program is over");
  }
}
