package dev.tapedeck.runner.doctor;

import java.util.List;
import java.util.Map;

/** Why a program that was started with the agent left no tape. */
public final class NothingRecorded {
  private static final String MODE = "TAPEDECK_MODE";

  private NothingRecorded() {}

  /** Of a command line that ended so. */
  public static Findings of(List<String> command, int status, Map<String, String> environment) {
    Findings findings = new Findings()
        .looked("ran " + String.join(" ", command) + ", which ended with status " + status)
        .found("nothing was recorded: the JVM ended before the agent, or the agent said why above");
    if (environment.containsKey(MODE)) {
      findings.found("the environment says " + MODE + "=" + environment.get(MODE));
    }
    FlagCheck.of(command).forEach(findings::found);
    return findings;
  }
}
