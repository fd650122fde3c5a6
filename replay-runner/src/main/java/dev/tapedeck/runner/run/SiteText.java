package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import org.jspecify.annotations.Nullable;

/** A site in words: {@code com.acme.Job.run:41}. */
public final class SiteText {
  private SiteText() {}

  public static String of(TapeReader tape, int site) {
    return of(tape.site(site));
  }

  /** A site without a line is named by its method alone. */
  public static String of(@Nullable Site site) {
    if (site == null) {
      return "unknown";
    }
    String method = site.className() + "." + site.method();
    return site.line() < 0 ? method : method + ":" + site.line();
  }
}
