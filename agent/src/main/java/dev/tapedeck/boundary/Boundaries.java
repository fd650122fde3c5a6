package dev.tapedeck.boundary;

import java.tapedeck.Calls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The explicit list of all doors. */
public final class Boundaries {

  /** The number of the first wrapped body; those below are replaced calls. */
  public static final int FIRST_WRAP = Calls.LAST + 1;

  private Boundaries() {}

  /** The wrapped bodies, in the order of their numbers. */
  public static List<Wrap> wraps(Secrets secrets) {
    List<Wrap> wraps = new ArrayList<>();
    wraps.addAll(Waiting.WRAPS);
    wraps.addAll(Randomness.WRAPS);
    wraps.addAll(SharedGaussian.WRAPS);
    wraps.addAll(ThreadNumbers.WRAPS);
    wraps.addAll(ByChance.WRAPS);
    wraps.addAll(Uncovered.WRAPS);
    wraps.addAll(StandardInput.WRAPS);
    wraps.addAll(StandardStreams.WRAPS);
    wraps.addAll(StandardChannels.WRAPS);
    wraps.addAll(Environment.wraps(secrets));
    wraps.addAll(Processes.wraps());
    wraps.addAll(Children.wraps(secrets));
    wraps.addAll(Addresses.wraps());
    wraps.addAll(Terminal.wraps());
    wraps.addAll(Users.wraps());
    wraps.addAll(Beans.wraps());
    wraps.addAll(LastCollection.wraps());
    wraps.addAll(JvmArguments.wraps(secrets));
    wraps.addAll(FileOutputs.WRAPS);
    wraps.addAll(FileStreams.WRAPS);
    wraps.addAll(RandomAccess.WRAPS);
    wraps.addAll(FileFacts.WRAPS);
    wraps.addAll(FileChanges.WRAPS);
    wraps.addAll(FileChannels.WRAPS);
    wraps.addAll(ChannelOpenings.WRAPS);
    wraps.addAll(ZipSharing.WRAPS);
    wraps.addAll(Directories.WRAPS);
    wraps.addAll(PathFacts.WRAPS);
    wraps.addAll(PathChanges.WRAPS);
    wraps.addAll(ExtendedAttributes.WRAPS);
    wraps.addAll(FileOwners.wraps());
    wraps.addAll(PreferenceFiles.WRAPS);
    wraps.addAll(Watches.WRAPS);
    wraps.addAll(Handovers.WRAPS);
    return joined(wraps);
  }

  /** The same with one door in each place, of which a call comes to the first that applies. */
  private static List<Wrap> joined(List<Wrap> all) {
    List<Wrap> joined = new ArrayList<>(all.size());
    Map<String, Integer> places = new HashMap<>(2 * all.size());
    for (Wrap wrap : all) {
      String key = wrap.owner() + wrap.name() + wrap.descriptor() + wrap.presence();
      Integer place = places.putIfAbsent(key, joined.size());
      if (place == null) {
        joined.add(wrap);
      } else {
        joined.set(place, joined.get(place).or(wrap.door()));
      }
    }
    return joined;
  }

  /** Every door at its number. */
  public static Door[] doors(List<Wrap> wraps) {
    Door[] doors = new Door[FIRST_WRAP + wraps.size()];
    doors[0] = new Host.HostNumber("nothing"); // numbers start at 1
    doors[Calls.SLEEP] = new Waiting.Sleep();
    doors[Calls.WAIT] = new Waiting.Wait();
    doors[Calls.PARK_NANOS] = new Waiting.ParkNanos();
    doors[Calls.PARK_UNTIL] = new Waiting.ParkUntil();
    doors[Calls.PROCESSORS] = new Host.HostNumber("processors");
    doors[Calls.MEMORY] = new Host.HostNumber("memory");
    doors[Calls.FILE_LENGTH] = RandomAccess.length();
    doors[Calls.FILE_SET_LENGTH] = RandomAccess.setLength();
    doors[Calls.RANDOM_SEED] = new Randomness.Seed("new Random");
    doors[Calls.CHILD_READ] = new ChildStreams.Read();
    doors[Calls.CHILD_NUMBER] = new ChildStreams.Amount();
    doors[Calls.CHILD_WRITE] = new ChildStreams.Write();
    doors[Calls.SYNC] = new FileSync();
    for (int i = 0; i < wraps.size(); i++) {
      doors[FIRST_WRAP + i] = wraps.get(i).door();
    }
    return doors;
  }
}
