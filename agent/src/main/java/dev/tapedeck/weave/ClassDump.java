package dev.tapedeck.weave;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/** Puts woven classes into a directory, for a person to read with {@code javap}. */
public final class ClassDump {

  private final File directory;

  public ClassDump(String directory) {
    this.directory = new File(directory);
  }

  void put(String name, byte[] bytes) {
    File file = new File(directory, name + ".class");
    File parent = file.getParentFile();
    if (parent != null) {
      parent.mkdirs();
    }
    try (FileOutputStream out = new FileOutputStream(file)) {
      out.write(bytes);
    } catch (IOException trouble) {
      System.err.println("tapedeck: cannot dump " + file + ": " + trouble.getMessage());
    }
  }
}
