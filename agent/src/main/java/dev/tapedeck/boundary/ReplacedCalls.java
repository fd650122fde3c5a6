package dev.tapedeck.boundary;

import java.tapedeck.Calls;

/** The doors that are replaced calls, apart from the others: most programs make none of them. */
final class ReplacedCalls {

  private ReplacedCalls() {}

  /** The door of that number. */
  static Door door(int number, Secrets secrets) {
    return switch (number) {
      case Calls.SLEEP -> new Waiting.Sleep();
      case Calls.WAIT -> new Waiting.Wait();
      case Calls.PARK_NANOS -> new Waiting.ParkNanos();
      case Calls.PARK_UNTIL -> new Waiting.ParkUntil();
      case Calls.PROCESSORS -> new Host.HostNumber("processors");
      case Calls.MEMORY -> new Host.HostNumber("memory");
      case Calls.FILE_LENGTH -> RandomAccess.length();
      case Calls.FILE_SET_LENGTH -> RandomAccess.setLength();
      case Calls.RANDOM_SEED -> new Randomness.Seed("new Random");
      case Calls.CHILD_READ -> new ChildStreams.Read();
      case Calls.CHILD_NUMBER -> new ChildStreams.Amount();
      case Calls.CHILD_WRITE -> new ChildStreams.Write();
      case Calls.HTTP_RECEIVE -> new HttpStreams.Receive(new HttpSecrets(secrets));
      case Calls.HTTP_SEND -> new HttpStreams.Send(new HttpSecrets(secrets));
      case Calls.OUT -> new Out();
      case Calls.HTTP_EXCHANGE -> new HttpLibraries.Exchange();
      case Calls.HTTP_FACT -> new HttpLibraries.Fact();
      case Calls.HTTP_QUIET -> new HttpLibraries.Quiet();
      case Calls.WORKER_NAME -> new Workers.Text("Thread.getName");
      case Calls.SYNC -> new FileSync();
      default -> throw new IllegalArgumentException("there is no replaced call " + number);
    };
  }
}
