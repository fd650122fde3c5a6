package dev.tapedeck.boundary;

import java.tapedeck.Calls;
import java.util.List;

/** The explicit list of all doors. */
public final class Boundaries {

  /** The number of the first wrapped body; those below are replaced calls. */
  public static final int FIRST_WRAP = Calls.LAST + 1;

  /** How many boundaries have wrapped bodies. */
  static final int COUNT = 40;

  private Boundaries() {}

  /** From now on the order of lanes is kept by others, and no door waits for another lane. */
  public static void keepOrder() {
    Waiting.leaveToOrder();
  }

  /** The wrapped bodies of a boundary. Where two have one place, a call comes to the first that applies. */
  static List<Wrap> wraps(int boundary, Secrets secrets) {
    return switch (boundary) {
      case 0 -> Waiting.WRAPS;
      case 1 -> Randomness.WRAPS;
      case 2 -> SharedGaussian.WRAPS;
      case 3 -> ThreadNumbers.WRAPS;
      case 4 -> ByChance.WRAPS;
      case 5 -> Uncovered.WRAPS;
      case 6 -> StandardInput.WRAPS;
      case 7 -> StandardStreams.WRAPS;
      case 8 -> StandardChannels.WRAPS;
      case 9 -> Environment.wraps(secrets);
      case 10 -> Processes.wraps();
      case 11 -> Children.wraps(secrets);
      case 12 -> Addresses.wraps();
      case 13 -> Terminal.wraps();
      case 14 -> Users.wraps();
      case 15 -> Beans.wraps();
      case 16 -> LastCollection.wraps();
      case 17 -> JvmArguments.wraps(secrets);
      case 18 -> FileOutputs.WRAPS;
      case 19 -> FileStreams.WRAPS;
      case 20 -> RandomAccess.WRAPS;
      case 21 -> FileFacts.WRAPS;
      case 22 -> FileChanges.WRAPS;
      case 23 -> FileChannels.WRAPS;
      case 24 -> ChannelOpenings.WRAPS;
      case 25 -> ZipSharing.WRAPS;
      case 26 -> Directories.WRAPS;
      case 27 -> PathFacts.WRAPS;
      case 28 -> PathChanges.WRAPS;
      case 29 -> ExtendedAttributes.WRAPS;
      case 30 -> FileOwners.wraps();
      case 31 -> PreferenceFiles.WRAPS;
      case 32 -> Watches.WRAPS;
      case 33 -> Handovers.WRAPS;
      case 34 -> HttpUrlConnections.wraps(secrets);
      case 35 -> HttpClients.wraps(secrets);
      case 36 -> OkHttp.wraps(secrets);
      case 37 -> Apache5.wraps(secrets);
      case 38 -> Apache4.wraps(secrets);
      case 39 -> Workers.WRAPS;
      default -> throw new IllegalArgumentException("there is no boundary " + boundary);
    };
  }
}
