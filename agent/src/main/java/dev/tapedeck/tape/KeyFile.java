package dev.tapedeck.tape;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;

/**
 * A key in a file: one line, of what it is and 64 hexadecimal digits.
 *
 * <p>A tape is sealed with a public key, and opened with the private one.
 */
public final class KeyFile {

  static final String PUBLIC = "tapedeck-public-key-x25519:";
  static final String PRIVATE = "tapedeck-private-key-x25519:";

  private static final String DIGITS = "0123456789abcdef";
  private static final int LONGEST = 256;

  private KeyFile() {}

  /** The public key in the file. */
  public static byte[] readPublic(Path file) {
    return read(file, PUBLIC, "public", "encrypt-to wants what ends with .pub");
  }

  /** The private key in the file. */
  public static byte[] readPrivate(Path file) {
    return read(file, PRIVATE, "private", "give the file that 'tapedeck keygen' made beside it");
  }

  /**
   * Makes a pair of keys: the private one in the file, the public one beside it, as {@code FILE.pub}.
   *
   * @return the public key's file
   * @throws TapeException when one of them is there already, or cannot be written
   */
  public static Path create(Path file) {
    Path beside = Path.of(file + ".pub");
    if (Files.exists(beside)) {
      throw new TapeException(beside + " is there already: a key is never written over.");
    }
    byte[] secret = new byte[X25519.BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      String opened = PUBLIC + hex(X25519.publicOf(secret)) + "\n";
      write(file, PRIVATE + hex(secret) + "\n", "rw-------");
      write(beside, opened, "rw-r--r--");
    } catch (GeneralSecurityException trouble) {
      throw new TapeException("This JVM cannot make keys: " + trouble.getMessage() + ".", trouble);
    }
    return beside;
  }

  static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder(2 * bytes.length);
    for (byte each : bytes) {
      text.append(DIGITS.charAt((each >> 4) & 15)).append(DIGITS.charAt(each & 15));
    }
    return text.toString();
  }

  /** What {@link #hex} wrote; empty where that is not what it is. */
  static byte[] bytes(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < hex.length(); i++) {
      int digit = DIGITS.indexOf(hex.charAt(i));
      if (digit < 0 || i / 2 == bytes.length) {
        return new byte[0];
      }
      bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
    }
    return bytes;
  }

  private static byte[] read(Path file, String prefix, String which, String remedy) {
    String line;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] text = new byte[(int) Math.min(in.length(), LONGEST)];
      in.readFully(text);
      line = Decoder.text(text, 0, text.length, false).strip();
    } catch (IOException trouble) {
      throw new TapeException("Cannot read the key " + reason(file, trouble) + ".", trouble);
    }
    byte[] key = line.startsWith(prefix) ? bytes(line.substring(prefix.length())) : new byte[0];
    if (key.length != X25519.BYTES) {
      throw new TapeException(file + " holds no " + which + " key of Tapedeck's: " + remedy + ".");
    }
    return key;
  }

  private static void write(Path file, String line, String permissions) {
    Set<? extends OpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
    try (SeekableByteChannel out = Files.newByteChannel(file, options, attributes)) {
      out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
    } catch (FileAlreadyExistsException there) {
      throw new TapeException(file + " is there already: a key is never written over.", there);
    } catch (IOException trouble) {
      throw new TapeException("Cannot write the key " + reason(file, trouble) + ".", trouble);
    }
  }

  private static String reason(Path file, IOException trouble) {
    String message = String.valueOf(trouble.getMessage());
    if (trouble instanceof NoSuchFileException) {
      return file + ": its directory is not there";
    }
    return message.startsWith(file.toString()) ? message : file + ": " + message;
  }
}
