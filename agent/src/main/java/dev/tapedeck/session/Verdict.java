package dev.tapedeck.session;

import dev.tapedeck.boundary.Writes;
import dev.tapedeck.tape.Fields;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the replay went: what the first divergence was, once there is one. Latched, and on disk at once. */
final class Verdict {

  private final @Nullable File file;
  private @Nullable Fields divergence;
  private final List<String> changed = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean written;

  /**
   * Begins without a divergence.
   *
   * @param file where it is written for the launcher
   */
  Verdict(@Nullable String file) {
    this.file = file == null ? null : new File(file);
  }

  /** Latches the first divergence; later ones change nothing. True for the first. */
  synchronized boolean diverged(Fields how) {
    if (divergence != null) {
      return false;
    }
    how.put("verdict", "diverged");
    divergence = how;
    return true;
  }

  /** A class is not the one that was recorded. */
  synchronized void changed(String className) {
    changed.add(className);
  }

  /** Something that a person who reads of a divergence should know. */
  synchronized void note(String text) {
    notes.add(text);
  }

  /** Writes the verdict: the divergence if there is one, else what is given. */
  synchronized void write(Fields otherwise) {
    if (file == null || written) {
      return;
    }
    Fields all = divergence == null ? otherwise : divergence;
    if (divergence != null) {
      for (String key : otherwise.keys()) {
        if (!all.has(key)) {
          copy(otherwise, key, all);
        }
      }
    }
    all.put("changed_classes", changed);
    all.put("notes", notes);
    all.put("not_kept", Writes.lacking());
    File part = new File(file.getPath() + ".part");
    try (FileOutputStream out = new FileOutputStream(part)) {
      out.write(all.encode());
    } catch (IOException trouble) {
      System.err.println("tapedeck: cannot write how the replay went: " + trouble.getMessage());
      return;
    }
    if (!part.renameTo(file)) {
      System.err.println("tapedeck: cannot write how the replay went: " + file);
    }
  }

  /** Nothing written after this counts: the process is about to end. */
  synchronized void close() {
    written = true;
  }

  private static void copy(Fields from, String key, Fields to) {
    String text = from.text(key);
    if (text != null) {
      to.put(key, text);
    } else {
      to.put(key, from.list(key));
    }
  }
}
