package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.tapedeck.ChildOutput;
import java.tapedeck.Hooks;
import java.tapedeck.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The start of a child process. In replay none is started.
 *
 * <p>A child that shares standard output or error with the program gets a pipe there, and what it says
 * goes on from our hands to where it was meant to go; unless that is a terminal, which people and
 * programs would miss.
 */
final class Spawn extends Door {

  private static final String[] STREAMS = {"stdin", "stdout", "stderr"};
  private static final int SHARED = 3; // the bits above those of the pipes

  private final Secrets secrets;

  Spawn(Secrets secrets) {
    super(Kinds.PROCESS_SPAWN, Scope.ALL);
    this.secrets = secrets;
  }

  /** What the program has asked for, while the JDK is told otherwise. */
  private record Wish(String[] redirects, Redirect @Nullable [] lent, boolean[] shared) {}

  @Override
  public boolean applies(Crossing crossing) {
    Redirect[] redirects = (Redirect[]) crossing.argument(3);
    boolean isMerged = crossing.argument(4).equals(true);
    boolean[] shared = new boolean[3];
    String[] texts = new String[redirects == null ? 0 : redirects.length];
    for (int i = 0; redirects != null && i < texts.length; i++) {
      texts[i] = text(redirects[i]);
      shared[i] =
          i > 0 && Redirect.INHERIT.equals(redirects[i]) && !(i == 2 && isMerged) && !isTerminal(i);
      if (shared[i]) {
        redirects[i] = Redirect.PIPE;
      }
    }
    crossing.kept = new Wish(texts, redirects, shared);
    return true;
  }

  private static String text(Redirect redirect) {
    File file = redirect.file();
    if (file == null) {
      return redirect.type().name();
    }
    if (redirect.type() != Redirect.Type.READ) {
      PassThrough.written(file.getPath());
    }
    return redirect.type() + " " + file.getPath();
  }

  /** Whether a standard stream of ours is one. */
  private static boolean isTerminal(int descriptor) {
    try {
      String path = new File("/proc/self/fd/" + descriptor).getCanonicalPath();
      return path.startsWith("/dev/pts/") || path.startsWith("/dev/tty");
    } catch (IOException unknown) {
      return false;
    }
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    Wish wish = wish(crossing);
    for (int i = 0; wish.lent != null && i < wish.shared.length; i++) {
      if (wish.shared[i]) {
        wish.lent[i] = Redirect.INHERIT; // the array is the builder's own
      }
    }
    String[] command = (String[]) crossing.argument(0);
    String[] arguments = new String[Math.max(0, command.length - 1)];
    System.arraycopy(command, Math.min(1, command.length), arguments, 0, arguments.length);
    question.putString(command.length == 0 ? null : command[0]);
    question.putStrings(arguments);
    question.putString((String) crossing.argument(2));
    question.putStrings(changes((Map<?, ?>) crossing.argument(1)));
    question.putStrings(wish.redirects);
    question.putBool(crossing.argument(4).equals(true));
  }

  private static Wish wish(Crossing crossing) {
    if (crossing.kept instanceof Wish wish) {
      return wish;
    }
    throw new IllegalStateException("nothing was asked for");
  }

  /** How the child's environment is other than ours; null where it is ours. */
  private String @Nullable [] changes(@Nullable Map<?, ?> environment) {
    if (environment == null) {
      return null;
    }
    Map<String, String> ours = System.getenv();
    List<String> changes = new ArrayList<>();
    for (Map.Entry<?, ?> entry : environment.entrySet()) {
      String name = (String) entry.getKey();
      if (!String.valueOf(entry.getValue()).equals(ours.get(name))) {
        changes.add(name + "=" + (secrets.isSecret(name) ? "" : entry.getValue()));
      }
    }
    for (String name : ours.keySet()) {
      if (!environment.containsKey(name)) {
        changes.add("-" + name);
      }
    }
    Collections.sort(changes);
    return changes.toArray(new String[0]);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    if (result == null) {
      throw new IllegalStateException("no process and no failure");
    }
    ChildProcess child = new ChildProcess(result);
    boolean[] shared = wish(crossing).shared;
    int streams = 0;
    for (int i = 0; i < STREAMS.length; i++) {
      if (shared[i] && child.hasPipe(STREAMS[i])) {
        streams |= 1 << SHARED + i;
        speaks(child.take(STREAMS[i], crossing.site));
      } else if (child.hasPipe(STREAMS[i])) {
        streams |= 1 << i;
        child.leadOver(STREAMS[i], crossing.site, true);
      }
    }
    answer.putLong(child.pid());
    answer.putLong(child.startTime());
    answer.putLong(streams);
  }

  @Override
  public Object retell(Crossing crossing, Told answer) {
    ChildProcess child = ChildProcess.madeUp(answer.longAt(0), answer.longAt(1));
    long streams = answer.longAt(2);
    for (int i = 0; i < STREAMS.length; i++) {
      if ((streams & 1L << SHARED + i) != 0) {
        speaks(child.take(STREAMS[i], crossing.site));
      } else if ((streams & 1L << i) != 0) {
        child.makePipe(STREAMS[i]);
        child.leadOver(STREAMS[i], crossing.site, false);
      }
    }
    return child.object;
  }

  private static void speaks(ChildOutput output) {
    Hooks.session.notice(Notice.CHILD_SPEAKS, output, null);
  }
}
