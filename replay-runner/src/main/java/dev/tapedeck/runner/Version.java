package dev.tapedeck.runner;

/** The version of this build, as its jar's manifest says. */
final class Version {
  static final String OURS = ours();

  private Version() {}

  private static String ours() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }
}
