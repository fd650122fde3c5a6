package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.Ended;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command without a verb: shows what there is. */
@Command(
    name = "tapedeck",
    description =
        "Records what a Java program was told by the outside world, and runs it again with exactly those answers.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 fine or faithful, 1 diverged or different, 2 trouble. 'record' ends with the program's own."
    })
final class TapedeckCommand {
  /** Runs one command line and returns its exit status; never throws. */
  static int run(Console console, String... args) {
    CommandLine line = new CommandLine(new TapedeckCommand());
    line.addSubcommand(new RecordCommand(console));
    line.addSubcommand(new ReplayCommand(console));
    line.addSubcommand(new LsCommand(console));
    line.addSubcommand(new InfoCommand(console));
    line.addSubcommand(new CatCommand(console));
    line.addSubcommand(new DiffCommand(console));
    line.addSubcommand(new VerifyCommand(console));
    line.addSubcommand(new KeepCommand(console));
    line.addSubcommand(new KeygenCommand(console));
    line.addSubcommand(new RedactCommand(console));
    line.addSubcommand(new AnnotateCommand(console));
    line.addSubcommand(new DoctorCommand(console));
    line.addSubcommand(new PackCommand(console));
    line.addSubcommand(new UnpackCommand(console));
    line.addSubcommand(new ExportCommand(console));
    line.addSubcommand(new DemoCommand(console));
    withHelp(line);
    line.getSubcommands().values().forEach(TapedeckCommand::withHelp);
    line.setOut(new PrintWriter(console.out(), true, Charset.defaultCharset()));
    line.setUsageHelpWidth(100);
    line.setPosixClusteredShortOptionsAllowed(false);
    line.setParameterExceptionHandler((e, arguments) -> {
      console.notices().say(UsageError.describe(e));
      return ExitStatus.TROUBLE;
    });
    line.setExecutionExceptionHandler((e, command, parsed) -> trouble(console, e));
    if (args.length == 0) {
      line.usage(console.out());
      return ExitStatus.TROUBLE;
    }
    return line.execute(args);
  }

  private static void withHelp(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true).version("tapedeck " + Version.OURS);
  }

  /** What a person can mend is one line; only what we did not think of shows where it happened. */
  private static int trouble(Console console, Exception e) {
    if (e instanceof Ended ended) {
      return ended.exitStatus();
    }
    if (e instanceof Trouble || e instanceof TapeException) {
      console.notices().say(String.valueOf(e.getMessage()));
    } else {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      console.notices().say("a fault of Tapedeck's own, please report it:\n" + trace);
    }
    return ExitStatus.TROUBLE;
  }
}
