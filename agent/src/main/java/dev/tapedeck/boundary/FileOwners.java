package dev.tapedeck.boundary;

import dev.tapedeck.boundary.HostAnswer.Asked;
import java.util.List;

/** Users and groups of files by name and number, and the disks that files are on. */
final class FileOwners {

  private static final String SYSTEM = "sun/nio/fs/UnixNativeDispatcher";

  private FileOwners() {}

  static List<Wrap> wraps() {
    return List.of(
        bridge("getpwuid"),
        bridge("getgrgid"),
        HostAnswer.wrap(SYSTEM, "getpwnam", "(Ljava/lang/String;)I", Asked.ALONE),
        HostAnswer.wrap(SYSTEM, "getgrnam", "(Ljava/lang/String;)I", Asked.ALONE),
        HostAnswer.wrap(
            "sun/nio/fs/LinuxFileSystem",
            "getMountEntries",
            "(Ljava/lang/String;)Ljava/util/List;",
            Asked.ALONE));
  }

  private static Wrap bridge(String name) {
    String descriptor = "(I)[B";
    String what = HostAnswer.what(SYSTEM, name);
    return Wrap.bridge(SYSTEM, name, descriptor, new HostAnswer(what, descriptor, Asked.ALONE));
  }
}
