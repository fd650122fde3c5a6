package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** What is in the two jars that people get, and so what a program could see of Tapedeck. */
class ShippedJarsIT {
  private static final Path AGENT = Shipped.agentJar();
  private static final Path COMMAND = Shipped.tapedeckJar();
  private static final int JAVA_17 = 61;
  private static final int INVOKE_DYNAMIC = 18;

  @Test
  void programSeesPremainAlone() throws IOException {
    assertThat(files(Files.readAllBytes(AGENT)).keySet())
        .contains("META-INF/MANIFEST.MF", "tapedeck/bootstrap.jar", "tapedeck/agent.jar")
        .contains("dev/tapedeck/premain/Premain.class")
        .allMatch(
            name -> name.matches(
                "META-INF/MANIFEST.MF|tapedeck/(bootstrap|agent).jar|dev/tapedeck/premain/\\w+(\\$\\w+)*.class"));
  }

  @Test
  void agentJarIsReadWithoutInflating() throws IOException {
    try (ZipFile agent = new ZipFile(AGENT.toFile())) {
      assertThat(agent.stream()).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
    for (String nested : new String[] {"tapedeck/bootstrap.jar", "tapedeck/agent.jar"}) {
      ZipInputStream inner = new ZipInputStream(new ByteArrayInputStream(nested(nested)));
      for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
        assertThat(entry.getMethod()).as(nested + " " + entry).isEqualTo(ZipEntry.STORED);
      }
    }
  }

  @Test
  void agentJarNamesPremainAndNoOtherJar() throws IOException {
    Attributes agent = manifest(AGENT);
    assertThat(agent.getValue("Premain-Class")).isEqualTo("dev.tapedeck.premain.Premain");
    assertThat(agent.getValue("Agent-Class")).isEqualTo("dev.tapedeck.premain.Premain");
    assertThat(agent.getValue("Can-Redefine-Classes")).isEqualTo("true");
    assertThat(agent.getValue("Can-Retransform-Classes")).isEqualTo("true");
    assertThat(agent.getValue("Can-Set-Native-Method-Prefix")).isEqualTo("true");
    assertThat(agent.getValue("Boot-Class-Path")).isNull();
    assertThat(agent.getValue("Class-Path")).isNull();
  }

  @Test
  void bootstrapLoaderGetsHooksAlone() throws IOException {
    Map<String, byte[]> bootstrap = files(nested("tapedeck/bootstrap.jar"));
    bootstrap.remove("META-INF/MANIFEST.MF");
    assertThat(bootstrap.keySet())
        .isNotEmpty()
        .allMatch(name -> name.matches("java/tapedeck/\\w+(\\$\\w+)*.class"))
        .noneMatch(name -> name.endsWith("package-info.class"));
    bootstrap.forEach((name, bytes) -> assertThat(linksAtRunTime(bytes))
        .as("invokedynamic in " + name + ", whose linkage would run on every hook's first call")
        .isFalse());
  }

  @Test
  void agentLoaderGetsOurClassesAlone() throws IOException {
    Map<String, byte[]> agent = files(nested("tapedeck/agent.jar"));
    agent.remove("META-INF/MANIFEST.MF");
    assertThat(agent.keySet())
        .allMatch(name -> name.matches(
            "dev/tapedeck/((tape|boundary|session|weave|agent)/.*\\.class|boundary/places)"))
        .noneMatch(name -> name.endsWith("-info.class"));
    assertThat(agent.keySet()).anyMatch(name -> name.startsWith("dev/tapedeck/"));
  }

  @Test
  void everyClassOfOursRunsOnJava17() throws IOException {
    Map<String, byte[]> classes = files(Files.readAllBytes(COMMAND));
    classes.putAll(files(Files.readAllBytes(AGENT)));
    classes.putAll(files(nested("tapedeck/bootstrap.jar")));
    classes.putAll(files(nested("tapedeck/agent.jar")));
    classes.keySet().removeIf(name -> !name.matches("(dev|java)/tapedeck/.*\\.class"));
    classes.forEach((name, bytes) -> assertThat(bytes[6] << 8 | bytes[7])
        .as("class file version of " + name)
        .isEqualTo(JAVA_17));
  }

  @Test
  void commandCarriesTheAgentJarAndTheTape() throws IOException {
    Map<String, byte[]> command = files(Files.readAllBytes(COMMAND));
    assertThat(manifest(COMMAND).getValue(Attributes.Name.MAIN_CLASS))
        .isEqualTo("dev.tapedeck.runner.Main");
    assertThat(command.get("tapedeck-agent.jar")).isEqualTo(Files.readAllBytes(AGENT));
    assertThat(command.keySet())
        .filteredOn(name -> name.startsWith("dev/tapedeck/"))
        .allMatch(name -> name.matches("dev/tapedeck/(runner|tape)/.*"));
    assertThat(command.keySet())
        .noneMatch(name ->
            name.matches("(java/|net/bytebuddy/|org/jspecify/|META-INF/.*\\.(SF|DSA|RSA)).*"));
  }

  private static byte[] nested(String jar) throws IOException {
    return files(Files.readAllBytes(AGENT)).get(jar);
  }

  private static Attributes manifest(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return manifest.getMainAttributes();
    }
  }

  private static Map<String, byte[]> files(byte[] jar) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      if (!entry.isDirectory()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static boolean linksAtRunTime(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    for (int i = 1; i < reader.getItemCount(); i++) {
      // The item after a long or double does not exist: its place is 0.
      if (reader.getItem(i) > 0 && classFile[reader.getItem(i) - 1] == INVOKE_DYNAMIC) {
        return true;
      }
    }
    return false;
  }
}
