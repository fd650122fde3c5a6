package dev.tapedeck.benchmarks.event;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Where no other thread comes. */
@State(Scope.Thread)
public class MeetingAlone extends Meeting {}
