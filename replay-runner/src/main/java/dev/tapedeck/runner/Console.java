package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.Children;
import dev.tapedeck.runner.speech.Notices;
import java.io.PrintStream;

/** Where a command speaks and what it runs: stdout for what was asked for, notices for the rest. */
record Console(PrintStream out, Notices notices, Children children) {}
