package dev.tapedeck.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of all doors, as the build has written them down from {@link Boundaries}: to weave, no door
 * and no class of one is needed. Making them all took 10 ms of each start.
 *
 * <p>A table of owners by hash code, the records of the owners, and of each door the boundaries that
 * have it; see {@link PlacesFile}.
 */
public final class Places {

  static final String FILE = "places";

  /** Whose class every JVM has; {@code StandardCharsets} would load six more. */
  static final Charset TEXTS = Charset.forName("UTF-8");

  /** Where in the file the slots of the table begin; before them stand four numbers. */
  static final int SLOTS = 16;

  /** The JDK's last version, of a method that is still there. */
  static final int STILL_THERE = 255;

  private final byte[] file;
  private final int feature;

  /** How far it is read; whoever moves it holds the lock. */
  private int at;

  private Places(byte[] file, int feature) {
    this.file = file;
    this.feature = feature;
  }

  /** Reads them for a feature version of the JDK. */
  public static Places of(int feature) {
    try (InputStream in = Places.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("it is missing");
      }
      return new Places(in.readAllBytes(), feature);
    } catch (IOException damaged) {
      throw new IllegalStateException("the list of doors cannot be read: " + damaged, damaged);
    }
  }

  /** How many doors there are. */
  int doors() {
    return int32(0);
  }

  /** Whether the class has a door on some JDK; its name is an internal one, or as the program knows it. */
  public boolean isOwner(String name) {
    return record(name) != 0;
  }

  /** The Java methods of the class that are doors on this JDK. */
  public List<Place> in(String owner) {
    int record = record(owner);
    return record == 0 ? List.of() : places(record);
  }

  /** The native methods that are doors, of all classes. */
  public List<Place> natives() {
    return places(int32(8));
  }

  /** Which boundaries have the door, and as which of theirs: two numbers for each. */
  synchronized int[] boundaries(int number) {
    at = int32(12);
    for (int i = Boundaries.FIRST_WRAP; i < number; i++) {
      at += 1 + 3 * (file[at] & 0xff);
    }
    int[] boundaries = new int[2 * u1()];
    for (int i = 0; i < boundaries.length; i += 2) {
      boundaries[i] = u1();
      boundaries[i + 1] = u2();
    }
    return boundaries;
  }

  private synchronized List<Place> places(int record) {
    List<Place> places = new ArrayList<>();
    at = record;
    text();
    for (int left = u2(); left > 0; left--) {
      int number = u2();
      Wrap.Presence presence = presence((char) u1());
      int since = u1();
      int until = u1();
      String owner = text();
      String name = text();
      String descriptor = text();
      if (feature >= since && (until == STILL_THERE || feature <= until)) {
        places.add(new Place(owner, name, descriptor, number, presence));
      }
    }
    return places;
  }

  /** By the first letter. */
  private static Wrap.Presence presence(char letter) {
    return letter == 'A'
        ? Wrap.Presence.ALWAYS
        : letter == 'M' ? Wrap.Presence.MAYBE : Wrap.Presence.NATIVE;
  }

  private int record(String name) {
    int mask = int32(4) - 1;
    int slot = name.hashCode() & mask;
    while (true) {
      int record = int32(SLOTS + 4 * slot);
      if (record == 0 || isNamed(record, name)) {
        return record;
      }
      slot = slot + 1 & mask;
    }
  }

  private boolean isNamed(int record, String name) {
    int length = name.length();
    if (length != ((file[record] & 0xff) << 8 | (file[record + 1] & 0xff))) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char letter = name.charAt(i);
      if (file[record + 2 + i] != (letter == '.' ? '/' : letter)) {
        return false;
      }
    }
    return true;
  }

  private String text() {
    int length = u2();
    at += length;
    return new String(file, at - length, length, TEXTS);
  }

  private int u2() {
    return u1() << 8 | u1();
  }

  private int u1() {
    return file[at++] & 0xff;
  }

  private int int32(int position) {
    return (file[position] & 0xff) << 24
        | (file[position + 1] & 0xff) << 16
        | (file[position + 2] & 0xff) << 8
        | (file[position + 3] & 0xff);
  }
}
