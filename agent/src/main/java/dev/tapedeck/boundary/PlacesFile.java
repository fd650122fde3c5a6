package dev.tapedeck.boundary;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down the places of all doors for {@link Places}; the build runs it.
 *
 * <p>What stands in one place for several boundaries gets one number.
 */
final class PlacesFile {

  /** One place, the first that was declared there, and who declared it: pairs of numbers. */
  private record Entry(Wrap wrap, int number, List<int[]> boundaries) {}

  private static final int FULLNESS = 4;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<Entry>> owners = new LinkedHashMap<>();
  private final List<Entry> natives = new ArrayList<>();

  private PlacesFile() {
    Secrets none = new Secrets(null);
    for (int boundary = 0; boundary < Boundaries.COUNT; boundary++) {
      List<Wrap> wraps = Boundaries.wraps(boundary, none);
      for (int i = 0; i < wraps.size(); i++) {
        add(wraps.get(i), new int[] {boundary, i});
      }
    }
  }

  /** Writes the file into the directory of the package's classes. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0], Places.FILE), new PlacesFile().bytes());
  }

  private void add(Wrap wrap, int[] boundary) {
    String key = wrap.owner() + wrap.name() + wrap.descriptor() + wrap.presence();
    Entry known = entries.get(key);
    if (known == null) {
      known = new Entry(wrap, Boundaries.FIRST_WRAP + entries.size(), new ArrayList<>());
      entries.put(key, known);
      (wrap.presence() == Wrap.Presence.NATIVE ? natives : ofOwner(wrap.owner())).add(known);
    }
    known.boundaries.add(boundary);
  }

  private List<Entry> ofOwner(String owner) {
    return owners.computeIfAbsent(owner, another -> new ArrayList<>());
  }

  private byte[] bytes() throws IOException {
    int slots = Integer.highestOneBit(FULLNESS * owners.size()) * 2;
    int[] table = new int[slots];
    int start = Places.SLOTS + 4 * slots;
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (Map.Entry<String, List<Entry>> owner : owners.entrySet()) {
      int record = start + records.size();
      put(table, owner.getKey(), record);
      put(table, owner.getKey().replace('/', '.'), record);
      writeRecord(records, owner.getKey(), owner.getValue());
    }
    int ofNatives = start + records.size();
    writeRecord(records, "", natives);
    int ofBoundaries = start + records.size();
    writeBoundaries(records);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    for (int number : new int[] {entries.size(), slots, ofNatives, ofBoundaries}) {
      out.writeInt(number);
    }
    for (int record : table) {
      out.writeInt(record);
    }
    records.writeTo(all);
    return all.toByteArray();
  }

  private static void put(int[] table, String name, int record) {
    int slot = name.hashCode() & table.length - 1;
    while (table[slot] != 0) {
      slot = slot + 1 & table.length - 1;
    }
    table[slot] = record;
  }

  private static void writeRecord(ByteArrayOutputStream to, String owner, List<Entry> entries)
      throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    text(out, owner);
    out.writeShort(entries.size());
    for (Entry entry : entries) {
      Wrap wrap = entry.wrap;
      out.writeShort(entry.number);
      out.writeByte(wrap.presence().name().charAt(0));
      out.writeByte(wrap.since());
      out.writeByte(Math.min(wrap.until(), Places.STILL_THERE));
      text(out, wrap.owner());
      text(out, wrap.name());
      text(out, wrap.descriptor());
    }
  }

  private void writeBoundaries(ByteArrayOutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    for (Entry entry : entries.values()) {
      out.writeByte(entry.boundaries.size());
      for (int[] boundary : entry.boundaries) {
        out.writeByte(boundary[0]);
        out.writeShort(boundary[1]);
      }
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(Places.TEXTS);
    out.writeShort(bytes.length);
    out.write(bytes);
  }
}
