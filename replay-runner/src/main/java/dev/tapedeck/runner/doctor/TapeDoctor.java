package dev.tapedeck.runner.doctor;

import dev.tapedeck.runner.launch.ClassPathCheck;
import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.run.Uncovered;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.TapeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at a run: what its tape tells of itself, and what the classes that were loaded call. */
public final class TapeDoctor {
  private final TapeReader tape;
  private final Findings findings = new Findings();

  private TapeDoctor(TapeReader tape) {
    this.tape = tape;
  }

  /** Of a run on a tape. */
  public static Findings of(Path run, TapeReader tape) {
    TapeDoctor doctor = new TapeDoctor(tape);
    doctor.findings.looked("looked at " + run + ": " + Amounts.count(tape.events(), "event") + ", "
        + Amounts.count(tape.classes().size(), "program class file"));
    doctor.tape();
    if (!tape.classes().isEmpty()) {
      doctor.classes();
    }
    FlagCheck.of(tape.header().list(Header.JVM_ARGS)).forEach(doctor.findings::found);
    return doctor.findings;
  }

  private void tape() {
    for (String problem : tape.problems()) {
      findings.found(problem);
    }
    for (Note note : tape.notes()) {
      findings.found(note.severity() + ": " + note.text());
    }
    Uncovered.of(tape)
        .forEach((place, n) ->
            findings.found("outside every boundary, " + Amounts.count(n, "time") + ": " + place));
    if (tape.classes().isEmpty()) {
      findings.found("no class of the program was seen: the JVM ran none (as with -version),"
          + " or they are on the boot class path");
    } else if (tape.events() == 0) {
      findings.found(
          "no event: the program asked the outside world nothing that a boundary covers");
    }
  }

  private void classes() {
    Set<String> seen = tape.classes().stream().map(ClassInfo::name).collect(Collectors.toSet());
    for (ClassInfo info : tape.classes()) {
      if (!info.woven()) {
        findings.found(info.name() + " is not woven: " + info.reason());
      }
    }
    try {
      ProgramScan scan = new ProgramScan(seen::contains);
      List<Path> entries = ClassPathCheck.unchanged(RecordedProgram.of(tape.header()));
      entries.stream().filter(Files::exists).forEach(scan::scan);
      findings.looked("looked through " + Amounts.count(scan.classes(), "class file")
          + " of those that were loaded");
      findings.found(scan);
    } catch (Trouble e) {
      findings.looked("did not look through the program's class files: " + e.getMessage());
    }
  }
}
