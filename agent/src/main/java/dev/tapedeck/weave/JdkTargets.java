package dev.tapedeck.weave;

import dev.tapedeck.boundary.Place;
import dev.tapedeck.boundary.Places;
import dev.tapedeck.boundary.Probe;
import dev.tapedeck.tape.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is woven into which class of the JDK. */
final class JdkTargets {

  private final Places places;
  private final Tier order;
  private final Map<String, List<Probe>> probes = new HashMap<>();
  private final Bridges bridges;
  private final JdkClocks clocks = new JdkClocks();
  private final IdentityHashes hashes;
  private final Set<String> owners = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /**
   * Prepares for the running JDK.
   *
   * @param givesHashes whether identity hash codes are led to a body of our own
   * @param order what is kept of the order between lanes
   */
  JdkTargets(Places places, boolean givesHashes, Tier order) {
    this.places = places;
    this.order = order;
    bridges = new Bridges(places.natives());
    hashes = new IdentityHashes(givesHashes);
    for (Probe probe : Probe.ALL) {
      list(probes, probe.owner()).add(probe);
    }
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
    return places.isOwner(owner) || owners.contains(owner);
  }

  /** The same of a class's name as the program knows it. */
  boolean isTargetByName(String name) {
    return places.isOwner(name) || names.contains(name);
  }

  /** What the methods are called that something is woven into; null for any. */
  @Nullable
  List<String> methods(String owner, List<Place> doors) {
    if (clocks.reads(owner)) {
      return null;
    }
    List<String> methods = new ArrayList<>();
    for (Place door : doors) {
      methods.add(door.name());
    }
    for (Probe probe : probes(owner)) {
      if (probe.name().equals(Probe.ANY)) {
        return null;
      }
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

  /** The doors of a class. Where lanes meet none is needed: their order says what the door would. */
  List<Place> doors(String owner) {
    return OrderedClasses.is(owner, order) ? List.of() : places.in(owner);
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
