package dev.tapedeck.it;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prints the public classes of the packages through which programs reach files and processes, on the JDK that runs it. */
final class PublicClasses {
  private static final List<String> PLACES = List.of(
      "java/io/",
      "java/nio/file/",
      "java/nio/file/attribute/",
      "java/nio/file/spi/",
      "java/lang/Process");

  private PublicClasses() {}

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    for (String place : PLACES) {
      Path directory = base.resolve(place.substring(0, place.lastIndexOf('/')));
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.sorted().toList()) {
          String name = base.relativize(file).toString();
          if (name.startsWith(place) && name.endsWith(".class")) {
            print(Class.forName(name.replace(".class", "").replace('/', '.'), false, null));
          }
        }
      }
    }
  }

  private static void print(Class<?> type) {
    boolean isPublic = true;
    for (Class<?> outer = type; outer != null; outer = outer.getDeclaringClass()) {
      isPublic &= Modifier.isPublic(outer.getModifiers());
    }
    boolean asks =
        !Throwable.class.isAssignableFrom(type) && !type.isEnum() && !type.isAnnotation();
    if (isPublic && asks) {
      System.out.println(type.getName());
    }
  }
}
