package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, and the files they are in. */
final class KeyFileTest {

  @TempDir
  Path base;

  @Test
  @DisplayName("A pair belongs together, and the private one is for its owner alone")
  void pair() throws Exception {
    Path file = base.resolve("a.key");
    Path opened = KeyFile.create(file);
    assertThat(opened).isEqualTo(base.resolve("a.key.pub"));
    assertThat(KeyFile.readPublic(opened))
        .isEqualTo(X25519.publicOf(KeyFile.readPrivate(file)))
        .hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  @DisplayName("No file is written over")
  void never() throws Exception {
    Path file = base.resolve("a.key");
    Files.writeString(file, "mine");
    assertThatThrownBy(() -> KeyFile.create(file)).hasMessageContaining("is there already");
    assertThat(file).hasContent("mine");
    assertThat(base.resolve("a.key.pub")).doesNotExist();
    Path other = base.resolve("b.key");
    Files.writeString(base.resolve("b.key.pub"), "mine");
    assertThatThrownBy(() -> KeyFile.create(other)).hasMessageContaining("is there already");
    assertThat(other).doesNotExist();
  }

  @Test
  @DisplayName("What is no key is said to be none, in one line")
  void others() throws Exception {
    Path file = base.resolve("a.key");
    Path opened = KeyFile.create(file);
    Path empty = Files.createFile(base.resolve("empty"));
    Path odd = Files.writeString(base.resolve("odd"), KeyFile.PUBLIC + "0".repeat(63) + "x");
    Path little = Files.writeString(base.resolve("little"), KeyFile.PUBLIC + "00");
    for (Path wrong : new Path[] {file, empty, odd, little, base, base.resolve("none")}) {
      assertThatThrownBy(() -> KeyFile.readPublic(wrong))
          .isInstanceOf(TapeException.class)
          .hasMessageContaining(wrong.toString())
          .message()
          .doesNotContain("\n");
    }
    assertThatThrownBy(() -> KeyFile.readPrivate(opened)).hasMessageContaining("no private key");
    assertThatThrownBy(() -> KeyFile.create(base.resolve("no/where")))
        .hasMessageContaining("its directory is not there");
  }

  @Test
  @DisplayName("RFC 7748, section 6.1")
  void vector() throws Exception {
    byte[] alice =
        KeyFile.bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    byte[] bob = KeyFile.bytes("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    assertThat(KeyFile.hex(X25519.publicOf(alice)))
        .isEqualTo("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    assertThat(KeyFile.hex(X25519.agree(alice, X25519.publicOf(bob))))
        .isEqualTo(KeyFile.hex(X25519.agree(bob, X25519.publicOf(alice))))
        .isEqualTo("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
  }
}
