package dev.tapedeck.session;

import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.tape.Site;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers sites as they are met: a site that the tape knows keeps its number there. */
final class SiteTables implements SiteTable {

  /** The index of a site that was found on the stack, where calls of one line look alike. */
  static final int FOUND_BY_WALKING = -1;

  /** Hears of each new site before its number is used. */
  interface Listener {
    void met(Site site);
  }

  private final Map<String, Site> byText = new HashMap<>();
  private final Map<Integer, Site> byId = new HashMap<>();
  private final Listener listener;
  private int next = 1;

  SiteTables(Listener listener) {
    this.listener = listener;
  }

  /** Takes over a site that stands on the tape. */
  synchronized void know(Site site) {
    byText.put(text(site), site);
    byId.put(site.id(), site);
    next = Math.max(next, site.id() + 1);
  }

  @Override
  public synchronized int site(
      String className, String method, String descriptor, int line, int index) {
    Site site = new Site(next, className, method, descriptor, line, index);
    String text = text(site);
    Site known = byText.get(text);
    if (known != null) {
      return known.id();
    }
    byText.put(text, site);
    byId.put(site.id(), site);
    next++;
    listener.met(site);
    return site.id();
  }

  synchronized @Nullable Site at(int id) {
    return byId.get(id);
  }

  private static String text(Site site) {
    return site.className()
        + '#'
        + site.method()
        + site.descriptor()
        + ':'
        + site.line()
        + '/'
        + site.index();
  }
}
