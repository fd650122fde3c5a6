package dev.tapedeck.boundary;

import dev.tapedeck.boundary.HostAnswer.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Host names, addresses and network interfaces.
 *
 * <p>The doors stand in front of the JDK's own caches: what is cached expires by the clock, and no
 * time passes in replay.
 */
final class Addresses {

  private static final String ADDRESS = "java/net/InetAddress";
  private static final String ONE = ")Ljava/net/InetAddress;";
  private static final String MANY = ")[Ljava/net/InetAddress;";
  private static final String TEXT = ")Ljava/lang/String;";
  private static final String INTERFACE = "java/net/NetworkInterface";
  private static final String INTERFACE_TYPE = "Ljava/net/NetworkInterface;";

  private Addresses() {}

  static List<Wrap> wraps() {
    List<Wrap> wraps = new ArrayList<>();
    names(wraps);
    interfaces(wraps);
    return wraps;
  }

  private static void names(List<Wrap> wraps) {
    wraps.add(Wrap.of(ADDRESS, "getLocalHost", "(" + ONE, new LocalHost()));
    HostAnswer all = new HostAnswer("InetAddress.getAllByName", "(" + MANY, Asked.ALONE);
    String before = "(Ljava/lang/String;Ljava/net/InetAddress;ZZ" + MANY;
    wraps.add(Wrap.until(17, ADDRESS, "getAllByName0", before, all));
    wraps.add(Wrap.since(18, ADDRESS, "getAllByName0", "(Ljava/lang/String;Z" + MANY, all));
    wraps.add(Wrap.of(ADDRESS, "getHostName", "(" + TEXT, new HostName()));
    wraps.add(HostAnswer.wrap(ADDRESS, "getCanonicalHostName", "(" + TEXT, Asked.BY_ADDRESS));
    String reachable = "(" + INTERFACE_TYPE + "II)Z";
    wraps.add(HostAnswer.wrap(ADDRESS, "isReachable", reachable, Asked.BY_ADDRESS));
    for (String family : new String[] {"4", "6"}) {
      String owner = "java/net/Inet" + family + "AddressImpl";
      wraps.add(own(owner, "loopbackAddress", "(" + ONE));
      wraps.add(own(owner, "anyLocalAddress", "(" + ONE));
    }
  }

  private static void interfaces(List<Wrap> wraps) {
    wraps.add(HostAnswer.wrap(INTERFACE, "getAll", "()[" + INTERFACE_TYPE, Asked.ALONE));
    wraps.add(HostAnswer.wrap(
        INTERFACE, "getByName0", "(Ljava/lang/String;)" + INTERFACE_TYPE, Asked.ALONE));
    wraps.add(HostAnswer.wrap(INTERFACE, "getByIndex0", "(I)" + INTERFACE_TYPE, Asked.ALONE));
    wraps.add(HostAnswer.wrap(
        INTERFACE, "getByInetAddress0", "(Ljava/net/InetAddress;)" + INTERFACE_TYPE, Asked.ALONE));
    wraps.add(
        HostAnswer.wrap(INTERFACE, "boundInetAddress0", "(Ljava/net/InetAddress;)Z", Asked.ALONE));
    for (String property : new String[] {"isUp0", "isLoopback0", "supportsMulticast0", "isP2P0"}) {
      wraps.add(HostAnswer.wrap(INTERFACE, property, "(Ljava/lang/String;I)Z", Asked.ALONE));
    }
    wraps.add(HostAnswer.wrap(INTERFACE, "getHardwareAddress", "()[B", Asked.BY_NAME));
    wraps.add(HostAnswer.wrap(INTERFACE, "getMTU0", "(Ljava/lang/String;I)I", Asked.ALONE));
  }

  /** The same question whether the machine has IPv6 or not. */
  private static Wrap own(String owner, String name, String descriptor) {
    HostAnswer door = new HostAnswer("InetAddress." + name, descriptor, Asked.ALONE);
    return Wrap.of(owner, name, descriptor, door);
  }

  /** The name that an address remembers once it has been asked for it. */
  private static final class HostName extends HostAnswer {

    HostName() {
      super("InetAddress.getHostName", "(" + TEXT, Asked.BY_ADDRESS);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      String name = answer.stringAt(0);
      Object holder = crossing.self == null ? null : Offsets.reference(crossing.self, "holder");
      if (holder != null && Offsets.reference(holder, "hostName") == null) {
        Offsets.put(holder, "hostName", name);
      }
      return name;
    }
  }

  /** The address of this machine: one object for as long as the JDK keeps it. */
  private static final class LocalHost extends HostAnswer {

    private String @Nullable [] words;
    private @Nullable Object address;

    LocalHost() {
      super("InetAddress.getLocalHost", "(" + ONE, Asked.ALONE);
    }

    @Override
    public synchronized @Nullable Object retell(Crossing crossing, Told answer) {
      String[] told = answer.stringsAt(0);
      if (!Arrays.equals(told, words)) {
        words = told;
        address = super.retell(crossing, answer);
      }
      return address;
    }
  }
}
