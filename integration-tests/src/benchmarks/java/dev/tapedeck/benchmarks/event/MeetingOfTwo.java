package dev.tapedeck.benchmarks.event;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Where two threads do nothing else. */
@State(Scope.Benchmark)
@Threads(2)
public class MeetingOfTwo extends Meeting {}
