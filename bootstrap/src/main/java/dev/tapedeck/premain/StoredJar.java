package dev.tapedeck.premain;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A jar in memory whose entries are stored, not deflated.
 *
 * <p>The JDK's own way to a resource and its zip streams took 8 ms of every start.
 */
final class StoredJar {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;

  /** Whose class every JVM has; {@code StandardCharsets} would load six more. */
  private static final Charset NAMES = Charset.forName("UTF-8");

  /** The JDK reads through memory outside the heap: so much at once. */
  private static final int PIECE = 64 * 1024;

  /** One file of the jar; its bytes stand in the jar's. */
  record Entry(byte[] jar, int offset, int length) {

    byte[] bytes() {
      return Arrays.copyOfRange(jar, offset, offset + length);
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>(512);

  private StoredJar(byte[] jar, int offset, int length) throws IOException {
    int end = offset + length - END_LENGTH;
    while (end > offset && int32(jar, end) != END) {
      end--;
    }
    int count = int16(jar, end + 10);
    int at = offset + int32(jar, end + 16);
    for (int i = 0; i < count; i++) {
      if (int16(jar, at + 10) != 0) {
        throw new IOException("it is compressed");
      }
      int nameLength = int16(jar, at + 28);
      String name = new String(jar, at + 46, nameLength, NAMES);
      int local = offset + int32(jar, at + 42);
      int from = local + 30 + int16(jar, local + 26) + int16(jar, local + 28);
      entries.put(name, new Entry(jar, from, int32(jar, at + 24)));
      at += 46 + nameLength + int16(jar, at + 30) + int16(jar, at + 32);
    }
  }

  /** The jar that the class came from. */
  static StoredJar of(Class<?> type) throws IOException, URISyntaxException {
    URL location = type.getProtectionDomain().getCodeSource().getLocation();
    String path = location.getPath();
    File jar = path.indexOf('%') < 0 ? new File(path) : new File(location.toURI());
    try (FileInputStream in = new FileInputStream(jar)) {
      byte[] bytes = new byte[(int) jar.length()];
      for (int done = 0, read; done < bytes.length; done += read) {
        read = in.read(bytes, done, Math.min(PIECE, bytes.length - done));
        if (read <= 0) {
          throw new IOException("it ends early");
        }
      }
      return new StoredJar(bytes, 0, bytes.length);
    } catch (IOException | IndexOutOfBoundsException damaged) {
      throw new IOException("the agent's jar " + jar + " is not whole: " + damaged, damaged);
    }
  }

  /** A jar inside this one. */
  StoredJar nested(String name) throws IOException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IOException("the agent's jar is not whole: " + name + " is missing");
    }
    return new StoredJar(entry.jar, entry.offset, entry.length);
  }

  @Nullable
  Entry find(String name) {
    return entries.get(name);
  }

  Map<String, Entry> entries() {
    return entries;
  }

  private static int int16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  private static int int32(byte[] bytes, int at) {
    return int16(bytes, at) | int16(bytes, at + 2) << 16;
  }
}
