package dev.tapedeck.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given a jar, its lines that lead outside every boundary are named, and no others. */
class JarDoctorTest {

  @TempDir
  Path directory;

  /** Is looked at, never run. */
  static final class Outside {
    static native void byItself();

    static void opens() throws IOException {
      new Socket("localhost", 1).close();
      SocketChannel.open().close();
      Callable<ServerSocket> later = ServerSocket::new;
      System.out.println(later);
    }

    static void loads() {
      System.loadLibrary("none");
    }

    static long asks() {
      return System.nanoTime();
    }
  }

  /** Is looked at, never run. */
  static final class Inside {
    static long asks() throws IOException {
      return System.currentTimeMillis() + Files.size(Path.of("/"));
    }
  }

  @Test
  void linesThatLeadOutside() throws IOException {
    Findings findings = JarDoctor.of(jar(Outside.class));
    assertThat(findings.isWell()).isFalse();
    String text = String.join("\n", findings.lines());
    assertThat(text)
        .contains("looked through 1 class file")
        .containsPattern(
            "1: java\\.net\\.Socket\\.<init> at .*Outside\\.opens\\(JarDoctorTest\\.java:\\d+\\)")
        .contains("java.nio.channels.SocketChannel.open at ")
        .contains("java.net.ServerSocket.<init> at ")
        .contains("java.lang.System.loadLibrary at ")
        .contains("Outside.byItself(native)")
        .doesNotContain("nanoTime");
  }

  @Test
  void nothingIsFoundWhereAllIsCovered() throws IOException {
    Findings findings = JarDoctor.of(jar(Inside.class));
    assertThat(findings.isWell()).isTrue();
    assertThat(findings.lines()).hasSize(2);
  }

  /** As Spring Boot has it. */
  @Test
  void jarsWithinAJar() throws IOException {
    byte[] library = Files.readAllBytes(jar(Outside.class));
    Path whole = directory.resolve("boot.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(whole))) {
      zip.putNextEntry(new ZipEntry("BOOT-INF/lib/library.jar"));
      zip.write(library);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("BOOT-INF/classes/a/Broken.class"));
      zip.write(new byte[] {1, 2, 3});
    }
    Findings findings = JarDoctor.of(whole);
    assertThat(String.join("\n", findings.lines()))
        .contains("looked through 2 class files")
        .contains("java.net.Socket.<init> at ")
        .contains("cannot be looked through: " + whole + "!BOOT-INF/classes/a/Broken.class");
  }

  @Test
  void flagsThatGetInTheWay() {
    assertThat(FlagCheck.of(List.of(
            "-Xmx1g",
            "-javaagent:/opt/tapedeck-agent.jar=dir=x",
            "-javaagent:/opt/other.jar=secret=1",
            "-agentlib:jdwp=transport=dt_socket",
            "-Xbootclasspath/a:x.jar")))
        .hasSize(2)
        .anyMatch(line -> line.endsWith("-javaagent:/opt/other.jar"))
        .anyMatch(line -> line.endsWith("-Xbootclasspath/a:x.jar"));
  }

  private Path jar(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = type.getClassLoader().getResourceAsStream(name);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(in.readAllBytes());
    }
    return Files.write(directory.resolve(type.getSimpleName() + ".jar"), bytes.toByteArray());
  }
}
