package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened in a watched directory: for each event its kind, how often, and the file's name. */
final class WatchEvents extends Door {

  private static final String EVENT = "sun.nio.fs.AbstractWatchKey$Event";

  WatchEvents() {
    super(Kinds.FILE_WATCH_EVENTS, Scope.LINE);
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(Watches.directory(crossing.self));
    question.putString("pollEvents");
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    List<?> events = result == null ? List.of() : (List<?>) result;
    String[] told = new String[events.size()];
    for (int i = 0; i < told.length; i++) {
      told[i] = text((WatchEvent<?>) events.get(i));
    }
    answer.putStrings(told);
  }

  private static String text(WatchEvent<?> event) {
    String text = event.kind().name() + " " + event.count();
    return event.context() == null ? text : text + " " + name(event.context());
  }

  private static @Nullable String name(Object context) {
    return Names.text((byte[]) Offsets.reference(context, "path"));
  }

  @Override
  public List<Object> retell(Crossing crossing, Told answer) {
    List<Object> events = new ArrayList<>();
    String[] told = answer.stringsAt(0);
    for (int i = 0; told != null && i < told.length; i++) {
      events.add(event(told[i].split(" ", 3), crossing.self));
    }
    return events;
  }

  private static Object event(String[] told, @Nullable Object key) {
    Object event = Offsets.allocate(EVENT);
    Offsets.put(event, "kind", kind(told[0]));
    Offsets.put(event, "count", Integer.parseInt(told[1]));
    if (told.length > 2 && key != null) {
      Offsets.put(event, "context", path(told[2], Offsets.reference(key, "dir")));
    }
    return event;
  }

  private static WatchEvent.Kind<?> kind(String name) {
    switch (name) {
      case "ENTRY_CREATE":
        return StandardWatchEventKinds.ENTRY_CREATE;
      case "ENTRY_DELETE":
        return StandardWatchEventKinds.ENTRY_DELETE;
      case "ENTRY_MODIFY":
        return StandardWatchEventKinds.ENTRY_MODIFY;
      default:
        return StandardWatchEventKinds.OVERFLOW;
    }
  }

  /** A path of that name, on the file system of another. */
  private static Object path(String name, @Nullable Object other) {
    Object path = Offsets.allocate("sun.nio.fs.UnixPath");
    Offsets.put(path, "fs", other == null ? null : Offsets.reference(other, "fs"));
    Offsets.put(path, "path", Names.bytes(name));
    return path;
  }
}
