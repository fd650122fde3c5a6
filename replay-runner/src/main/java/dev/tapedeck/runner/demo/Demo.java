package dev.tapedeck.runner.demo;

import dev.tapedeck.runner.launch.Children;
import dev.tapedeck.runner.run.RunCounts;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Notices;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Records a job until it crashes, takes its input away, replays the crash, and shows that it is the same. */
public final class Demo {
  private final PrintStream out;
  private final Notices notices;
  private final Children children;

  public Demo(PrintStream out, Notices notices, Children children) {
    this.out = out;
    this.notices = notices;
    this.children = children;
  }

  /** Runs it; whether recording and replay were the same. */
  public boolean run(Path base) {
    try {
      Path scratch = Files.createTempDirectory("tapedeck-demo-");
      try {
        return run(base, scratch);
      } finally {
        Scratch.delete(scratch);
      }
    } catch (IOException e) {
      throw new Trouble("the demo cannot use its files: " + e.getMessage(), e);
    }
  }

  private boolean run(Path base, Path scratch) throws IOException {
    DemoRuns runs = new DemoRuns(notices, children, base, scratch);
    Path orders = OrdersFile.write(scratch);
    say("A batch job charges " + OrdersFile.ORDERS
        + " orders. Once in a while it crashes, nobody knows why.");
    DemoRuns.Crashed crashed = runs.recordUntilCrash(orders);
    say("recorded   " + Amounts.count(crashed.tries(), "run") + " in "
        + Amounts.duration(crashed.allNanos()) + "; the last one crashed:");
    say("           " + crashed.printed().exception());
    say("           " + crashed.printed().cause());
    Files.delete(orders);
    say("deleted    " + orders);
    DemoRuns.Replayed replayed = runs.replay(crashed.run());
    say("replayed   in " + Amounts.duration(replayed.ended().nanos()) + " what took "
        + Amounts.duration(crashed.nanos()) + " to record: nobody sleeps in a replay");
    boolean same = compare(crashed, replayed);
    showTape(crashed.run());
    String command = "java -jar " + shown(DemoRuns.ownJar());
    say("go on      " + command + " cat " + crashed.run());
    say("           " + command + " replay --debug " + crashed.run());
    return same;
  }

  private boolean compare(DemoRuns.Crashed crashed, DemoRuns.Replayed replayed) {
    Captured before = crashed.printed();
    Captured after = replayed.printed();
    boolean out = Arrays.equals(before.out(), after.out());
    boolean err = Arrays.equals(before.err(), after.err());
    boolean status = crashed.exitStatus() == replayed.ended().exitStatus();
    say("  stdout       " + verdict(out) + " " + Amounts.count(before.outLines(), "line") + ", "
        + Amounts.bytes(before.out().length));
    say("  stack trace  " + verdict(err) + " " + Amounts.count(before.errLines(), "line") + ", "
        + Amounts.bytes(before.err().length));
    say("  exit status  " + verdict(status) + " " + crashed.exitStatus());
    boolean faithful =
        replayed.ended().outcome() != null && replayed.ended().outcome().faithful();
    if (!faithful) {
      notices.say("the agent does not call this replay faithful: 'tapedeck replay " + crashed.run()
          + "' tells why");
    }
    return out && err && status && faithful;
  }

  private void showTape(Path run) {
    try (TapeReader tape = TapeReader.open(run)) {
      String kinds = RunCounts.of(tape).kinds().stream()
          .map(kind -> kind.events() + " " + kind.name())
          .collect(Collectors.joining(", "));
      say("on tape    " + Amounts.count(tape.events(), "event") + ": " + kinds);
    }
  }

  private static String verdict(boolean same) {
    return same ? "identical:" : "DIFFERENT:";
  }

  /** As short as a person would type it. */
  private static String shown(Path jar) {
    Path here = Path.of("").toAbsolutePath();
    return jar.startsWith(here) ? here.relativize(jar).toString() : jar.toString();
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
