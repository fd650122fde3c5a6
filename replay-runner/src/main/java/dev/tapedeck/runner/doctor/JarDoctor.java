package dev.tapedeck.runner.doctor;

import dev.tapedeck.runner.speech.Amounts;
import java.nio.file.Path;

/** Looks at a program that has not run: which of its lines lead out where no boundary is. */
public final class JarDoctor {
  private JarDoctor() {}

  /** Of a jar, with the jars in it, or a directory of classes. */
  public static Findings of(Path program) {
    ProgramScan scan = new ProgramScan(name -> true);
    scan.scan(program);
    return new Findings()
        .looked("looked through " + Amounts.count(scan.classes(), "class file") + " of " + program)
        .found(scan);
  }
}
