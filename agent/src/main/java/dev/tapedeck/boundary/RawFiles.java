package dev.tapedeck.boundary;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Paths of what {@code java.nio.file} has open by a bare number: a descriptor, or a stream of a directory. */
final class RawFiles {

  private static final ConcurrentHashMap<Long, String> DESCRIPTORS = new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<Long, String> STREAMS = new ConcurrentHashMap<>();

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final int FIRST_MADE_UP = 1 << 30; // no system has so many

  private RawFiles() {}

  /** A number for what a replay does not open. */
  static int madeUp() {
    return FIRST_MADE_UP + NEXT.getAndIncrement();
  }

  /** Whether the number is one of those, and the system must not see it. */
  static boolean isMadeUp(long number) {
    return number >= FIRST_MADE_UP && number < 2L * FIRST_MADE_UP;
  }

  static void opened(long descriptor, String path) {
    DESCRIPTORS.put(descriptor, path);
  }

  /** Null where the tape has nothing to do with it. */
  static @Nullable String path(long descriptor) {
    return DESCRIPTORS.get(descriptor);
  }

  static void closes(long descriptor) {
    DESCRIPTORS.remove(descriptor);
  }

  /** The stream has taken over the descriptor. */
  static void streams(long stream, String path) {
    STREAMS.put(stream, path);
  }

  static @Nullable String streamed(long stream) {
    return STREAMS.get(stream);
  }

  static void closesStream(long stream) {
    STREAMS.remove(stream);
  }
}
