package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.JarDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares the class path that is there with the recorded one, before anything is started. */
public final class ClassPathCheck {
  private static final String REMEDY = ": give the program's classes with --class-path CP";

  private ClassPathCheck() {}

  /**
   * The entries of the class path and the module path as they were recorded.
   *
   * @throws Trouble when one is missing or is another than then
   */
  public static List<Path> unchanged(RecordedProgram program) {
    List<Path> entries = ReplayClasses.recorded(program, false).entries();
    List<String> changed = of(program, entries);
    if (!changed.isEmpty()) {
      throw new Trouble(changed.get(0));
    }
    return entries;
  }

  /**
   * What changed, a line for each entry.
   *
   * @throws Trouble when an entry that the program was recorded with is missing
   */
  static List<String> of(RecordedProgram program, List<Path> entries) {
    List<String> changed = new ArrayList<>();
    List<String> digests = program.classPathDigests();
    int found = 0;
    for (int i = 0; i < entries.size(); i++) {
      Path entry = entries.get(i);
      String recorded = i < digests.size() ? digests.get(i) : "";
      if (Files.exists(entry)) {
        found++;
        if (!recorded.isEmpty()
            && Files.isRegularFile(entry)
            && !recorded.equals(JarDigest.of(entry.toFile()))) {
          changed.add(entry + " is not the file that was recorded");
        }
      } else if (!recorded.isEmpty()) {
        throw new Trouble(
            "the class path of the recording is not here: " + entry + " is missing" + REMEDY);
      }
    }
    // A class path may name what never was; but of a program something must be there.
    if (found == 0 && !entries.isEmpty()) {
      throw new Trouble("the class path of the recording is not here: " + entries.get(0)
          + " is missing" + REMEDY);
    }
    return changed;
  }
}
