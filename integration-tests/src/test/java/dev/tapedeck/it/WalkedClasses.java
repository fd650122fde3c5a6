package dev.tapedeck.it;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Formatter;
import java.util.List;
import java.util.Scanner;
import java.util.jar.JarFile;
import java.util.logging.FileHandler;
import java.util.zip.ZipFile;

/** The classes of the JDK whose methods lead to the outside, by family. */
final class WalkedClasses {

  static final List<Class<?>> FILES = List.of(
      File.class,
      FileDescriptor.class,
      FileInputStream.class,
      FileOutputStream.class,
      FileReader.class,
      FileWriter.class,
      RandomAccessFile.class,
      AsynchronousFileChannel.class,
      FileChannel.class,
      FileLock.class,
      SeekableByteChannel.class,
      DirectoryStream.class,
      FileStore.class,
      FileSystem.class,
      FileSystems.class,
      Files.class,
      Path.class,
      Paths.class,
      SecureDirectoryStream.class,
      SimpleFileVisitor.class,
      WatchEvent.class,
      WatchKey.class,
      WatchService.class,
      AclFileAttributeView.class,
      BasicFileAttributeView.class,
      BasicFileAttributes.class,
      DosFileAttributeView.class,
      DosFileAttributes.class,
      FileOwnerAttributeView.class,
      FileStoreAttributeView.class,
      GroupPrincipal.class,
      PosixFileAttributeView.class,
      PosixFileAttributes.class,
      UserDefinedFileAttributeView.class,
      UserPrincipal.class,
      UserPrincipalLookupService.class,
      FileSystemProvider.class);

  static final List<Class<?>> PROCESSES = List.of(
      Process.class,
      ProcessBuilder.class,
      ProcessBuilder.Redirect.class,
      ProcessHandle.class,
      ProcessHandle.Info.class,
      Runtime.class);

  /** Classes that work on streams, and open files only in constructors. */
  static final List<Class<?>> OPENING = List.of(
      PrintStream.class,
      PrintWriter.class,
      Formatter.class,
      Scanner.class,
      ZipFile.class,
      JarFile.class,
      FileHandler.class);

  private WalkedClasses() {}
}
