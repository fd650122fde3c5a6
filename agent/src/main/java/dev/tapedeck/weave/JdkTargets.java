package dev.tapedeck.weave;

import dev.tapedeck.boundary.Probe;
import dev.tapedeck.boundary.Wrap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is woven into which class of the JDK. */
final class JdkTargets {

  /** A wrapped body and the number its door has in woven code. */
  record NumberedWrap(Wrap wrap, int number) {}

  private final Map<String, List<NumberedWrap>> wraps = new HashMap<>();
  private final Map<String, List<Probe>> probes = new HashMap<>();
  private final Bridges bridges = new Bridges();
  private final JdkClocks clocks = new JdkClocks();
  private final IdentityHashes hashes;
  private final Set<String> owners = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /**
   * Prepares the wraps for the running JDK.
   *
   * @param first the number of the first wrap in the list
   * @param givesHashes whether identity hash codes are led to a body of our own
   */
  JdkTargets(List<Wrap> all, int first, int feature, boolean givesHashes) {
    hashes = new IdentityHashes(givesHashes);
    for (int i = 0; i < all.size(); i++) {
      Wrap wrap = all.get(i);
      if (wrap.presence() == Wrap.Presence.NATIVE) {
        bridges.add(wrap, first + i);
      } else if (feature >= wrap.since() && feature <= wrap.until()) {
        list(wraps, wrap.owner()).add(new NumberedWrap(wrap, first + i));
      }
    }
    for (Probe probe : Probe.ALL) {
      list(probes, probe.owner()).add(probe);
    }
    owners.addAll(wraps.keySet());
    owners.addAll(probes.keySet());
    owners.addAll(bridges.callers());
    owners.addAll(clocks.owners());
    owners.addAll(hashes.owners());
    owners.add(MethodLists.OWNER);
    for (String owner : ClassDefinitions.OWNERS) {
      owners.add(owner);
    }
    for (String owner : owners) {
      names.add(owner.replace('/', '.'));
    }
  }

  boolean isTarget(String owner) {
    return owners.contains(owner);
  }

  /** The same of a class's name as the program knows it. */
  boolean isTargetByName(String name) {
    return names.contains(name);
  }

  /** What the methods are called that something is woven into; null for any. */
  @Nullable
  List<String> methods(String owner) {
    if (clocks.reads(owner)) {
      return null;
    }
    List<String> methods = new ArrayList<>();
    for (NumberedWrap numbered : wraps(owner)) {
      methods.add(numbered.wrap().name());
    }
    for (Probe probe : probes(owner)) {
      methods.add(probe.name());
    }
    if (ClassDefinitions.isIn(owner)) {
      methods.addAll(ClassDefinitions.METHODS);
    }
    if (owner.equals(MethodLists.OWNER)) {
      methods.add(MethodLists.NAME);
    }
    return methods;
  }

  Bridges bridges() {
    return bridges;
  }

  IdentityHashes hashes() {
    return hashes;
  }

  boolean readsClocks(String owner) {
    return clocks.reads(owner);
  }

  List<NumberedWrap> wraps(String owner) {
    return wraps.getOrDefault(owner, List.of());
  }

  List<Probe> probes(String owner) {
    return probes.getOrDefault(owner, List.of());
  }

  private static <T> List<T> list(Map<String, List<T>> lists, String owner) {
    List<T> list = lists.get(owner);
    if (list == null) {
      list = new ArrayList<>();
      lists.put(owner, list);
    }
    return list;
  }
}
