package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** {@code FileDescriptor.sync}. In replay there is no disk that could be waited for, or fail. */
final class FileSync extends FilePlace {

  FileSync() {
    super("sync", 'V', DESCRIPTOR_IS_ARGUMENT);
  }

  @Override
  @Nullable
  Object descriptor(Crossing crossing) {
    return crossing.self;
  }
}
