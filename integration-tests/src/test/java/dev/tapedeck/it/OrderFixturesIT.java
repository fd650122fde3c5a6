package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.open;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs whose output tells in which order their threads met: every replay lets them meet in that order. */
final class OrderFixturesIT implements Replayed {
  private static final int REPLAYS = 2;

  /** Preview features run on the version that they were compiled for. */
  private static final int PREVIEWED = 25;

  @Override
  public List<Fixture> fixtures() {
    return Stream.of(monitors(), locks(), queues(), tasks(), atomics())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fixture> monitors() {
    return List.of(
        locks("Bank"),
        locks("CheckThenAct"),
        locks("Monitors"),
        locks("WaitNotify"),
        locks("Philosophers", "monitors"),
        locks("MonitorQueue", "1"),
        locks("MonitorQueue", "4"),
        locks("Interruptions"),
        locks("Subclasses"),
        locks("Initializers"),
        locks("Overriding"),
        locks("Unfinished"),
        locks("Hooks"));
  }

  private static List<Fixture> locks() {
    return List.of(
        locks("Philosophers", "locks"),
        locks("ConditionQueue", "2"),
        locks("ConditionQueue", "8"),
        locks("ReadersWriters"),
        locks("ReadersWriters", "fair"),
        locks("StampedReaders"),
        locks("Barriers"),
        locks("Caches"),
        locks("FirstUses"),
        locks("DoubleChecked"),
        locks("Phasers"),
        locks("Latches"),
        locks("Questions"),
        locks("SemaphorePool"),
        locks("Exchangers"));
  }

  private static List<Fixture> queues() {
    return List.of(
        locks("BlockingQueues", "array", "2"),
        locks("BlockingQueues", "linked", "4"),
        locks("BlockingQueues", "deque", "1"),
        locks("BlockingQueues", "priority", "2"),
        locks("Actors", "linked"),
        locks("Actors", "transfer"));
  }

  private static List<Fixture> tasks() {
    return List.of(
        locks("Pools"),
        locks("IdleWorkers"),
        locks("Ticks"),
        locks("Stealing"),
        locks("Forks"),
        locks("Finished"),
        locks("Invoked"),
        locks("Stages", "chained"),
        locks("Stages", "ended"),
        locks("Futures"),
        locks("Timers"),
        locks("FanOut").since(21),
        full("Rendezvous").since(21),
        locks("Scopes")
            .where(jdk -> jdk.version() == PREVIEWED)
            .started(OrderFixturesIT::previewed));
  }

  private static List<String> previewed(Jdk jdk) {
    Path sources = FixtureClasses.sources().resolve("preview");
    Path classes = Shipped.output().resolve("fixtures/preview");
    FixtureClasses.compile(jdk, PREVIEWED, sources, classes, "--enable-preview");
    return List.of("--enable-preview", "-cp", classes.toString(), "fixture.order.Scopes");
  }

  private static List<Fixture> atomics() {
    return List.of(
        full("LostUpdate"),
        full("DoubleChecked"),
        full("Ids"),
        full("Words"),
        full("SharedRandoms"),
        full("References"),
        full("UnsafeArrays"),
        ordered("full,races=fixture.none:fixture.order.Races", "Races"));
  }

  private static Fixture locks(String name, String... arguments) {
    return ordered("locks", name, arguments);
  }

  private static Fixture full(String name) {
    return ordered("full", name);
  }

  private static Fixture ordered(String order, String name, String... arguments) {
    return open("order." + name) // as a rule no two runs are alike, but that is chance
        .named("order." + name + String.join("", arguments))
        .arguments(arguments)
        .recordedWith("order=" + order)
        .replayed(REPLAYS);
  }
}
