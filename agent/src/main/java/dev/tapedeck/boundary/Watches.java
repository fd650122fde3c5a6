package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/**
 * Watch services: who asks for a key is told which, and who asks a key what has happened is told that.
 *
 * <p>In replay nothing is watched and no thread waits for the system; services and keys are empty ones.
 */
final class Watches {

  private static final String LINUX = "sun/nio/fs/LinuxWatchService";
  private static final String SERVICE = "sun/nio/fs/AbstractWatchService";
  private static final String KEY = "sun/nio/fs/AbstractWatchKey";
  private static final String LINUX_KEY = LINUX + "$LinuxWatchKey";
  private static final String RESULT = ")Ljava/nio/file/WatchKey;";
  private static final int NO_KEY = -1;

  private Watches() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(
          "sun/nio/fs/LinuxFileSystem",
          "newWatchService",
          "()Ljava/nio/file/WatchService;",
          new Opened()),
      Wrap.of(
          LINUX,
          "register",
          "(Ljava/nio/file/Path;[Ljava/nio/file/WatchEvent$Kind;[Ljava/nio/file/WatchEvent$Modifier;"
              + RESULT,
          new Registered()),
      Wrap.of(SERVICE, "poll", "(" + RESULT, new Signalled("poll")),
      Wrap.of(SERVICE, "poll", "(JLjava/util/concurrent/TimeUnit;" + RESULT, new Signalled("poll")),
      Wrap.of(SERVICE, "take", "(" + RESULT, new Signalled("take")),
      Wrap.of(SERVICE, "close", "()V", new OfService("close")),
      Wrap.of(KEY, "pollEvents", "()Ljava/util/List;", new WatchEvents()),
      Wrap.of(KEY, "reset", "()Z", new OfKey("reset", 'Z')),
      Wrap.of(LINUX_KEY, "isValid", "()Z", new OfKey("isValid", 'Z')),
      Wrap.of(LINUX_KEY, "cancel", "()V", new OfKey("cancel", 'V')));

  /** What is asked of a service, or of a key. */
  private static class OfService extends Door {

    private final String what;

    OfService(String what) {
      super(Kinds.FILE_WATCH, Scope.LINE);
      this.what = what;
    }

    @Override
    public final void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing));
      StringBuilder asked = new StringBuilder(what);
      for (int i = 0; i < crossing.count(); i++) {
        if (!(crossing.argument(i) instanceof Path)) {
          asked.append(' ').append(PathCall.text(crossing.argument(i)));
        }
      }
      question.putString(asked.toString());
    }

    @Nullable
    String path(Crossing crossing) {
      return null;
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Results.number(result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return null;
    }
  }

  private static final class Opened extends OfService {

    Opened() {
      super("open");
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      Object service = Offsets.allocate(LINUX.replace('/', '.'));
      Offsets.put(service, "pendingKeys", new LinkedBlockingDeque<>());
      return service;
    }
  }

  private static final class Registered extends OfService {

    Registered() {
      super("register");
    }

    @Override
    String path(Crossing crossing) {
      return String.valueOf(crossing.argument(0));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(number(crossing, result));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object retell(Crossing crossing, Told answer) {
      int number = (int) answer.longAt(0);
      Object service = service(crossing);
      WatchKeys keys = WatchKeys.of(service);
      Object key = keys.key(number);
      if (key == null) {
        key = Offsets.allocate(LINUX_KEY.replace('/', '.'));
        Offsets.put(key, "watcher", service);
        Offsets.put(key, "dir", crossing.argument(0));
        keys.put(number, key);
        // A service keeps its keys, whether the program does or not.
        Object kept = Objects.requireNonNull(Offsets.reference(service, "pendingKeys"));
        ((LinkedBlockingDeque<Object>) kept).add(key);
      }
      return key;
    }
  }

  private static long number(Crossing crossing, @Nullable Object key) {
    return key == null ? NO_KEY : WatchKeys.of(service(crossing)).number(key);
  }

  private static Object service(Crossing crossing) {
    return Objects.requireNonNull(crossing.self);
  }

  private static final class Signalled extends OfService {

    Signalled(String what) {
      super(what);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(number(crossing, result));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      int number = (int) answer.longAt(0);
      return number == NO_KEY ? null : WatchKeys.of(service(crossing)).key(number);
    }
  }

  private static final class OfKey extends OfService {

    private final char type;

    OfKey(String what, char type) {
      super(what);
      this.type = type;
    }

    @Override
    String path(Crossing crossing) {
      return directory(crossing.self);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return Results.as(type, answer.longAt(0));
    }
  }

  static String directory(@Nullable Object key) {
    return String.valueOf(key == null ? null : Offsets.reference(key, "dir"));
  }
}
