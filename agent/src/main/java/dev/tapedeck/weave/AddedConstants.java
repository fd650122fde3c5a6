package dev.tapedeck.weave;

/**
 * Where the constants are that weaving has added, by their kind and texts.
 *
 * <p>A map would want one object for its key, made for every look.
 */
final class AddedConstants {

  private static final int TEXTS = 3;

  private int[] hashes = new int[64];
  private int[] indexes = new int[64];
  private String[] texts = new String[64 * TEXTS];
  private int count;

  /** The index of a constant; 0 for one that is not there. */
  int find(int tag, String first, String second, String third) {
    int hash = hash(tag, first, second, third);
    int slot = hash & hashes.length - 1;
    while (indexes[slot] != 0) {
      if (hashes[slot] == hash
          && texts[TEXTS * slot].equals(first)
          && texts[TEXTS * slot + 1].equals(second)
          && texts[TEXTS * slot + 2].equals(third)) {
        return indexes[slot];
      }
      slot = slot + 1 & hashes.length - 1;
    }
    return 0;
  }

  void put(int tag, String first, String second, String third, int index) {
    if (++count > hashes.length / 2) {
      grow();
    }
    int slot = free(hash(tag, first, second, third));
    indexes[slot] = index;
    texts[TEXTS * slot] = first;
    texts[TEXTS * slot + 1] = second;
    texts[TEXTS * slot + 2] = third;
  }

  private int free(int hash) {
    int slot = hash & hashes.length - 1;
    while (indexes[slot] != 0) {
      slot = slot + 1 & hashes.length - 1;
    }
    hashes[slot] = hash;
    return slot;
  }

  private void grow() {
    int[] oldHashes = hashes;
    int[] oldIndexes = indexes;
    String[] oldTexts = texts;
    hashes = new int[2 * oldHashes.length];
    indexes = new int[hashes.length];
    texts = new String[TEXTS * hashes.length];
    for (int i = 0; i < oldIndexes.length; i++) {
      if (oldIndexes[i] != 0) {
        int slot = free(oldHashes[i]);
        indexes[slot] = oldIndexes[i];
        System.arraycopy(oldTexts, TEXTS * i, texts, TEXTS * slot, TEXTS);
      }
    }
  }

  /** The kind decides between constants with the same texts, so it is the hash's own. */
  private static int hash(int tag, String first, String second, String third) {
    return ((first.hashCode() * 31 + second.hashCode()) * 31 + third.hashCode()) * 31 + tag;
  }
}
