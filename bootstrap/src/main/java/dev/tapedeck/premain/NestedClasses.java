package dev.tapedeck.premain;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jdk.internal.misc.Unsafe;

/** The classes of a jar inside the agent's jar, by name. */
final class NestedClasses {

  private static final String SESSION = "java.tapedeck.Session";

  private NestedClasses() {}

  static Map<String, byte[]> read(Class<?> near, String resource) throws IOException {
    Map<String, byte[]> classes = new HashMap<>(512);
    try (InputStream stream = near.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("the agent's jar is not whole: " + resource + " is missing");
      }
      ZipInputStream jar = new ZipInputStream(stream);
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(".class")) {
          classes.put(name.substring(0, name.length() - 6).replace('/', '.'), jar.readAllBytes());
        }
      }
    }
    return classes;
  }

  /**
   * Defines all of them in the bootstrap loader.
   *
   * <p>Appending to the bootstrap search path would print a warning and cost class data sharing.
   */
  static void defineInBootstrap(Class<?> near, String resource) throws IOException {
    Map<String, byte[]> classes = read(near, resource);
    byte[] session = classes.remove(SESSION);
    if (session != null) {
      define(SESSION, session); // first: another one extends it
    }
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      define(entry.getKey(), entry.getValue());
    }
  }

  private static void define(String name, byte[] bytes) {
    Unsafe.getUnsafe().defineClass(name, bytes, 0, bytes.length, null, null);
  }
}
