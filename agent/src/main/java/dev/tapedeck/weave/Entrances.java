package dev.tapedeck.weave;

/**
 * Calls into the JDK that often come to a door there.
 *
 * <p>Before such a call the program's line is noted, which is a hundred times cheaper than walking
 * the stack for it. A call that is not listed costs the walk, nothing else.
 */
final class Entrances {

  private Entrances() {}

  static boolean is(String owner, String name, String descriptor) {
    if (!owner.startsWith("java/")) {
      return false;
    }
    switch (owner) {
      case "java/time/Instant":
      case "java/time/LocalDate":
      case "java/time/LocalTime":
      case "java/time/LocalDateTime":
      case "java/time/ZonedDateTime":
      case "java/time/OffsetDateTime":
      case "java/time/OffsetTime":
      case "java/time/Year":
      case "java/time/YearMonth":
      case "java/time/MonthDay":
        return name.equals("now");
      case "java/time/Clock":
      case "java/time/InstantSource":
        return name.equals("instant") || name.equals("millis");
      case "java/util/Date":
      case "java/util/Random":
      case "java/util/SplittableRandom":
        return name.equals("<init>") && descriptor.equals("()V");
      case "java/util/GregorianCalendar":
        return name.equals("<init>");
      case "java/util/Calendar":
        return name.equals("getInstance");
      case "java/util/UUID":
        return name.equals("randomUUID");
      case "java/io/PrintStream":
        return name.equals("println") || name.equals("print") || name.equals("printf");
      default:
        return false;
    }
  }

  static void announce(DoorScan scan) {
    String[] times = {
      "Instant",
      "LocalDate",
      "LocalTime",
      "LocalDateTime",
      "ZonedDateTime",
      "OffsetDateTime",
      "OffsetTime",
      "Year",
      "YearMonth",
      "MonthDay"
    };
    for (String time : times) {
      scan.door("java/time/" + time, "now");
    }
    for (String clock : new String[] {"java/time/Clock", "java/time/InstantSource"}) {
      scan.door(clock, "instant");
      scan.door(clock, "millis");
    }
    for (String made : new String[] {"Date", "Random", "SplittableRandom", "GregorianCalendar"}) {
      scan.door("java/util/" + made, "<init>");
    }
    scan.door("java/util/Calendar", "getInstance");
    scan.door("java/util/UUID", "randomUUID");
    for (String print : new String[] {"println", "print", "printf"}) {
      scan.door("java/io/PrintStream", print);
    }
  }
}
