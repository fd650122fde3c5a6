package dev.tapedeck.session;

import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.tape.ClassInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In a replay, notes the classes that are not those that were recorded, and those that are not woven. */
final class ReplayJournal implements WeaveJournal {

  private final Verdict verdict;
  private final Lanes lanes;
  private final Map<String, Integer> recorded = new HashMap<>();

  ReplayJournal(Verdict verdict, List<ClassInfo> recorded, Lanes lanes) {
    this.verdict = verdict;
    this.lanes = lanes;
    for (ClassInfo info : recorded) {
      this.recorded.put(info.name(), info.crc32c());
    }
  }

  @Override
  public void begins() {
    lanes.defining();
  }

  @Override
  public void ends() {
    lanes.defined(null);
  }

  @Override
  public void seen(String className, byte[] original) {
    Integer crc = recorded.get(className);
    if (crc != null && crc != RecorderSetup.crc(original)) {
      verdict.changed(className);
    }
  }

  @Override
  public void skipped(String className, String reason) {
    verdict.note(className + " is not woven: " + reason);
  }
}
