package dev.tapedeck.it;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Methods that need no fixture because they ask the system nothing, and why. */
final class AskingNothing {
  static final AskingNothing FILES = new AskingNothing()
      .because(
          "it only works on the path's text",
          "File.compareTo",
          "File.getName",
          "File.getParent",
          "File.getParentFile",
          "File.getPath",
          "FileSystem.getPathMatcher",
          "Path.compareTo",
          "Path.endsWith",
          "Path.forEach",
          "Path.getName",
          "Path.getNameCount",
          "Path.getParent",
          "Path.getRoot",
          "Path.isAbsolute",
          "Path.iterator",
          "Path.normalize",
          "Path.relativize",
          "Path.resolve",
          "Path.resolveSibling",
          "Path.spliterator",
          "Path.startsWith",
          "Path.subpath")
      .because(
          "it has no file",
          "FileDescriptor.<init>",
          "FileInputStream.nullInputStream",
          "FileOutputStream.nullOutputStream",
          "FileReader.nullReader",
          "FileReader.of",
          "FileWriter.nullWriter")
      .because(
          "it goes over what iterator() gives",
          "DirectoryStream.spliterator",
          "SecureDirectoryStream.spliterator")
      .because(
          "no file system of Linux has it",
          "AclFileAttributeView.getAcl",
          "AclFileAttributeView.setAcl",
          "AclFileAttributeView.name",
          "FileStoreAttributeView.name")
      .because(
          "it compares with what it is given", "GroupPrincipal.implies", "UserPrincipal.implies")
      .because(
          "the JDK calls it, with what it has been told",
          "SimpleFileVisitor.postVisitDirectory",
          "SimpleFileVisitor.preVisitDirectory",
          "SimpleFileVisitor.visitFile",
          "SimpleFileVisitor.visitFileFailed");

  static final AskingNothing PROCESSES = new AskingNothing()
      .because("it loads code, which a replay has too", "Runtime.load", "Runtime.loadLibrary")
      .because(
          "it asks the collector, and is told nothing", "Runtime.gc", "Runtime.runFinalization")
      .because("it changes what the JVM will do at its end", "Runtime.removeShutdownHook");

  private final Set<String> names = new HashSet<>();

  private AskingNothing() {}

  /** The reason is for whoever reads the list. */
  private AskingNothing because(String reason, String... methods) {
    assert !reason.isEmpty();
    names.addAll(List.of(methods));
    return this;
  }

  Set<String> names() {
    return names;
  }
}
