package dev.tapedeck.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that the program has open: who changes one changes what the others of its path read. */
final class ForeignHandles {

  private final List<ForeignFile> open = new ArrayList<>();

  ForeignFile add(ForeignFile file) {
    open.removeIf(ForeignFile::isClosed);
    open.add(file);
    return file;
  }

  /** What the lane has opened last is what the program has in its hands now. */
  void given(Lane lane, Object handle) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).lane == lane) {
        open.get(i).handle = handle;
        return;
      }
    }
  }

  @Nullable
  ForeignFile find(@Nullable Object handle) {
    for (ForeignFile file : open) {
      if (handle != null && file.handle == handle) {
        return file;
      }
    }
    return null;
  }

  /**
   * The program is about to write to the file or to give it another length.
   *
   * @param isKept whether what it holds before is known as a whole; whoever reads it by a record that says otherwise,
   *     is not told of what it holds from now on
   */
  void changes(String path, boolean isKept) {
    ForeignContent.Kept kept = new ForeignContent.Kept(path);
    for (ForeignFile file : at(path)) {
      file.hasChanged = true;
      if (file.content() instanceof ForeignContent.Recorded recorded) {
        boolean isSame = isKept && kept.is(recorded.all());
        file.isLost = !isSame;
        file.holds(isSame ? kept : null);
      }
    }
  }

  /** The program is about to empty the file: whoever has it open finds what is written then. */
  void empties(String path) {
    for (ForeignFile file : at(path)) {
      file.hasChanged = true;
      file.isLost = false;
      file.holds(new ForeignContent.Kept(path));
    }
  }

  /** The program is about to delete the file: whoever has it open keeps what it holds. */
  void deletes(String path) {
    for (ForeignFile file : at(path)) {
      file.isGone = true;
      if (file.content() instanceof ForeignContent.Kept kept) {
        file.holds(kept.bytes(0, kept.length()));
      }
    }
  }

  private List<ForeignFile> at(String path) {
    List<ForeignFile> found = new ArrayList<>();
    for (ForeignFile file : open) {
      if (!file.isGone && !file.isClosed() && file.path.equals(path)) {
        found.add(file);
      }
    }
    return found;
  }
}
