package dev.tapedeck.boundary;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the keys of a watch service in the order in which the program is given them. */
final class WatchKeys {

  /** Nothing of ours may be seen by the program: no hash codes, so no maps. */
  private static final List<WatchKeys> SERVICES = new ArrayList<>();

  private final WeakReference<Object> service;
  private final List<WeakReference<Object>> keys = new ArrayList<>();

  private WatchKeys(Object service) {
    this.service = new WeakReference<>(service);
  }

  static WatchKeys of(Object service) {
    synchronized (SERVICES) {
      for (int i = SERVICES.size() - 1; i >= 0; i--) {
        WatchKeys known = SERVICES.get(i);
        if (known.service.refersTo(service)) {
          return known;
        }
        if (known.service.refersTo(null)) {
          SERVICES.remove(i);
        }
      }
      WatchKeys added = new WatchKeys(service);
      SERVICES.add(added);
      return added;
    }
  }

  /** The number of a key, which is the next one where it has none yet. */
  synchronized int number(Object key) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).refersTo(key)) {
        return i;
      }
    }
    keys.add(new WeakReference<>(key));
    return keys.size() - 1;
  }

  /** The key of that number; null where none was given it. */
  synchronized @Nullable Object key(int number) {
    return number < keys.size() ? keys.get(number).get() : null;
  }

  /** Gives a number, which is not always the next one, to a key. */
  synchronized void put(int number, Object key) {
    while (keys.size() <= number) {
      keys.add(new WeakReference<>(null));
    }
    keys.set(number, new WeakReference<>(key));
  }
}
