package dev.tapedeck.boundary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code FileChannel}, by what its dispatcher asks the system for. All else in it is the JDK's own. */
final class FileChannels {

  private static final String CHANNEL = "sun/nio/ch/FileChannelImpl";
  private static final String TARGET = "Ljava/nio/channels/WritableByteChannel;";
  private static final String DESCRIPTOR = "Ljava/io/FileDescriptor;";
  private static final long UNSUPPORTED = -4; // IOStatus

  private FileChannels() {}

  static final List<Wrap> WRAPS = wraps();

  private static List<Wrap> wraps() {
    List<Wrap> wraps = new ArrayList<>();
    for (String owner :
        new String[] {"sun/nio/ch/FileDispatcherImpl", "sun/nio/ch/UnixFileDispatcherImpl"}) {
      dispatcher(wraps, owner);
    }
    wraps.add(Wrap.maybe(CHANNEL, "transferToDirectly", "(JI" + TARGET + ")J", new Transfer()));
    wraps.add(Wrap.maybe(CHANNEL, "transferToDirect", "(JI" + TARGET + ")J", new Transfer()));
    wraps.add(Wrap.of(CHANNEL, "transferToTrustedChannel", "(JJ" + TARGET + ")J", new Transfer()));
    wraps.add(Wrap.maybe(CHANNEL, "transferFromDirect", "(L" + CHANNEL + ";JJ)J", new Transfer()));
    wraps.add(
        Wrap.of(CHANNEL, "transferFromFileChannel", "(L" + CHANNEL + ";JJ)J", new Transfer()));
    wraps.add(Wrap.of(
        CHANNEL,
        "mapInternal",
        "(Ljava/nio/channels/FileChannel$MapMode;JJIZ)L" + CHANNEL + "$Unmapper;",
        new FileMapping()));
    wraps.add(FileIdentity.wrap());
    return wraps;
  }

  /** The class has moved; where it is not, there is nothing to wrap. */
  private static void dispatcher(List<Wrap> wraps, String owner) {
    wraps.add(wrap(owner, "read", "JI)I", new ChannelRead()));
    wraps.add(wrap(owner, "pread", "JIJ)I", new ChannelRead()));
    wraps.add(wrap(owner, "readv", "JI)J", new ChannelRead.Scattered()));
    wraps.add(wrap(owner, "write", "JI)I", new ChannelWrite()));
    wraps.add(wrap(owner, "pwrite", "JIJ)I", new ChannelWrite()));
    wraps.add(wrap(owner, "writev", "JI)J", new ChannelWrite.Gathered()));
    place(wraps, owner, "seek", "J)J");
    place(wraps, owner, "size", ")J");
    place(wraps, owner, "truncate", "J)I");
    place(wraps, owner, "force", "Z)I");
    place(wraps, owner, "lock", "ZJJZ)I");
    place(wraps, owner, "release", "JJ)V");
    place(wraps, owner, "available", ")I");
    place(wraps, owner, "isOther", ")Z");
    place(wraps, owner, "setDirectIO", "Ljava/lang/String;)I");
  }

  private static void place(List<Wrap> wraps, String owner, String name, String rest) {
    char type = rest.charAt(rest.length() - 1);
    wraps.add(
        wrap(owner, name, rest, new FilePlace(name, type, OnOpenFile.DESCRIPTOR_IS_ARGUMENT)));
  }

  private static Wrap wrap(String owner, String name, String rest, Door door) {
    return Wrap.maybe(owner, name, "(" + DESCRIPTOR + rest, door);
  }

  /** Lets channels move bytes only by their own reads and writes. */
  private static final class Transfer extends Shut {

    Transfer() {
      super(UNSUPPORTED);
    }

    @Override
    public boolean applies(Crossing crossing) {
      return isOpenFile(crossing.self)
          || isOpenFile(crossing.argument(0))
          || isOpenFile(crossing.argument(crossing.count() - 1));
    }

    private static boolean isOpenFile(@Nullable Object channel) {
      Object descriptor = FileMapping.ofChannel(channel);
      return OpenFiles.find(descriptor) != null || StandardChannels.name(descriptor) != null;
    }
  }
}
