package dev.tapedeck.it;

import java.util.Map;
import java.util.TreeMap;

/** Public classes beside those that reach files and processes, and why nobody need walk over their methods. */
final class UnwalkedClasses {
  static final Map<String, String> REASONS = new TreeMap<>();

  static {
    because(
        "it works on a stream, a reader or an array that it is given",
        "java.io.BufferedInputStream",
        "java.io.BufferedOutputStream",
        "java.io.BufferedReader",
        "java.io.BufferedWriter",
        "java.io.ByteArrayInputStream",
        "java.io.ByteArrayOutputStream",
        "java.io.CharArrayReader",
        "java.io.CharArrayWriter",
        "java.io.DataInputStream",
        "java.io.DataOutputStream",
        "java.io.FilterInputStream",
        "java.io.FilterOutputStream",
        "java.io.FilterReader",
        "java.io.FilterWriter",
        "java.io.InputStream",
        "java.io.InputStreamReader",
        "java.io.LineNumberInputStream",
        "java.io.LineNumberReader",
        "java.io.ObjectInputStream",
        "java.io.ObjectInputStream$GetField",
        "java.io.ObjectOutputStream",
        "java.io.ObjectOutputStream$PutField",
        "java.io.OutputStream",
        "java.io.OutputStreamWriter",
        "java.io.PipedInputStream",
        "java.io.PipedOutputStream",
        "java.io.PipedReader",
        "java.io.PipedWriter",
        "java.io.PushbackInputStream",
        "java.io.PushbackReader",
        "java.io.Reader",
        "java.io.SequenceInputStream",
        "java.io.StreamTokenizer",
        "java.io.StringBufferInputStream",
        "java.io.StringReader",
        "java.io.StringWriter",
        "java.io.Writer");
    because(
        "it is an interface that programs implement, or that walked classes do",
        "java.io.Closeable",
        "java.io.DataInput",
        "java.io.DataOutput",
        "java.io.Externalizable",
        "java.io.FileFilter",
        "java.io.FilenameFilter",
        "java.io.Flushable",
        "java.io.ObjectInput",
        "java.io.ObjectInputFilter",
        "java.io.ObjectInputFilter$Config",
        "java.io.ObjectInputFilter$FilterInfo",
        "java.io.ObjectInputValidation",
        "java.io.ObjectOutput",
        "java.io.ObjectStreamConstants",
        "java.io.Serializable",
        "java.nio.file.CopyOption",
        "java.nio.file.DirectoryStream$Filter",
        "java.nio.file.FileVisitor",
        "java.nio.file.OpenOption",
        "java.nio.file.PathMatcher",
        "java.nio.file.WatchEvent$Kind",
        "java.nio.file.WatchEvent$Modifier",
        "java.nio.file.Watchable",
        "java.nio.file.attribute.AttributeView",
        "java.nio.file.attribute.FileAttribute",
        "java.nio.file.attribute.FileAttributeView");
    because("it describes a class", "java.io.ObjectStreamClass", "java.io.ObjectStreamField");
    because(
        "it works on the text of a path, or on a value",
        "java.io.FilePermission",
        "java.io.SerializablePermission",
        "java.nio.file.LinkPermission",
        "java.nio.file.StandardWatchEventKinds",
        "java.nio.file.attribute.AclEntry",
        "java.nio.file.attribute.AclEntry$Builder",
        "java.nio.file.attribute.FileTime",
        "java.nio.file.attribute.PosixFilePermissions");
    because("the standard streams behind it have fixtures of their own", "java.io.Console");
    because("programs extend it, and what they do has doors", "java.nio.file.spi.FileTypeDetector");
  }

  private UnwalkedClasses() {}

  private static void because(String reason, String... classes) {
    for (String name : classes) {
      REASONS.put(name, reason);
    }
  }
}
