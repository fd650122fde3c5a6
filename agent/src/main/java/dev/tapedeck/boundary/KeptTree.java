package dev.tapedeck.boundary;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which a replay keeps what the program writes.
 *
 * <p>Paths are followed here part by part, links too: they mean the directory as if it were the root, and nothing
 * leads out of it.
 */
final class KeptTree {

  private static final int MOST_LINKS = 40;

  private final File root;

  KeptTree(String directory) {
    this.root = new File(directory);
  }

  String directory() {
    return root.getPath();
  }

  /** The file that the program has opened, with what it held before. */
  @Nullable
  synchronized KeptFile open(String path, String how, Before before) throws IOException {
    File place = place(path, true);
    makeParents(place);
    before.restore(path, place);
    if (how.contains("deleteOnClose")) {
      delete(place); // the JDK deletes it as soon as it is open
      return null;
    }
    KeptFile file = new KeptFile(place, how.contains("append"));
    if (how.contains("truncate")) {
      file.hasLength(0);
    }
    return file;
  }

  synchronized long length(String path) throws IOException {
    return place(path, true).length();
  }

  synchronized byte[] read(String path, long from, long most) throws IOException {
    File place = place(path, true);
    if (!place.exists()) {
      return new byte[0];
    }
    try (RandomAccessFile file = new RandomAccessFile(place, "r")) {
      long left = Math.max(0, file.length() - from);
      byte[] bytes = new byte[Math.toIntExact(Math.min(left, most))];
      file.seek(from);
      file.readFully(bytes);
      return bytes;
    }
  }

  synchronized void fill(String path, byte[] bytes) throws IOException {
    File place = place(path, true);
    makeParents(place);
    try (RandomAccessFile file = new RandomAccessFile(place, "rw")) {
      file.setLength(bytes.length);
      file.write(bytes);
    }
  }

  synchronized void create(String path) throws IOException {
    File place = place(path, false);
    makeParents(place);
    new RandomAccessFile(place, "rw").close();
  }

  synchronized void makeDirectory(String path) throws IOException {
    File place = place(path, false);
    makeParents(place);
    if (!place.mkdir() && !place.isDirectory()) {
      throw new IOException("cannot make " + place);
    }
  }

  synchronized void makeLink(String path, String target) throws IOException {
    File place = place(path, false);
    makeParents(place);
    Files.createSymbolicLink(place.toPath(), Path.of(target));
  }

  synchronized void delete(String path) throws IOException {
    delete(place(path, false));
  }

  /** Another name for the same file. */
  synchronized void link(String existing, String path, Before before) throws IOException {
    File from = place(existing, false);
    File to = place(path, false);
    makeParents(to);
    if (isThere(from)) {
      Files.createLink(to.toPath(), from.toPath());
    } else {
      before.restore(path, to);
    }
  }

  synchronized void rename(String oldPath, String newPath, Before before) throws IOException {
    File from = place(oldPath, false);
    File to = place(newPath, false);
    if (from.equals(to)) {
      return;
    }
    delete(to);
    makeParents(to);
    if (!isThere(from)) {
      before.restore(newPath, to);
    } else if (!from.renameTo(to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    } else {
      before.sayWhatLacks(newPath);
    }
  }

  synchronized void copy(String oldPath, String newPath, boolean followsLinks, Before before)
      throws IOException {
    File from = place(oldPath, followsLinks);
    File to = place(newPath, false);
    if (from.equals(to)) {
      return;
    }
    delete(to);
    makeParents(to);
    if (before.isTold() || !isThere(from)) {
      before.restore(newPath, to);
    } else if (Files.isSymbolicLink(from.toPath())) {
      Files.createSymbolicLink(to.toPath(), Files.readSymbolicLink(from.toPath()));
    } else if (from.isDirectory()) {
      makeDirectory(newPath); // what is in it stays behind
    } else {
      Files.copy(from.toPath(), to.toPath());
    }
  }

  private static boolean isThere(File place) {
    return place.exists() || Files.isSymbolicLink(place.toPath());
  }

  private static void makeParents(File place) throws IOException {
    File parent = place.getParentFile();
    if (parent != null && !parent.mkdirs() && !parent.isDirectory()) {
      throw new IOException("cannot make " + parent);
    }
  }

  /** With all that is left in it: the program saw an empty directory. */
  private void delete(File place) throws IOException {
    File[] inside = Files.isSymbolicLink(place.toPath()) ? null : place.listFiles();
    if (place.equals(root)) {
      return;
    }
    if (inside != null) {
      for (File file : inside) {
        delete(file);
      }
    }
    Files.deleteIfExists(place.toPath());
  }

  /** Where the path leads, below the root whatever it says. */
  private File place(String path, boolean followsLast) throws IOException {
    ArrayDeque<String> parts = new ArrayDeque<>();
    push(parts, PassThrough.fromRoot(path));
    File at = root;
    int links = 0;
    while (!parts.isEmpty()) {
      String part = parts.pop();
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        File parent = at.getParentFile();
        at = at.equals(root) || parent == null ? root : parent;
        continue;
      }
      File next = new File(at, part);
      if ((parts.isEmpty() && !followsLast) || !Files.isSymbolicLink(next.toPath())) {
        at = next;
        continue;
      }
      if (++links > MOST_LINKS) {
        throw new IOException("too many links on the way to " + path);
      }
      String target = Files.readSymbolicLink(next.toPath()).toString();
      at = target.startsWith("/") ? root : at;
      push(parts, target);
    }
    return at;
  }

  private static void push(ArrayDeque<String> parts, String path) {
    int end = path.length();
    while (end >= 0) {
      int slash = path.lastIndexOf('/', end - 1);
      parts.push(path.substring(slash + 1, end));
      end = slash;
    }
  }
}
