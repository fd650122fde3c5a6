package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** The doors to other processes; the tool that is started goes with the rest of the world. */
final class ProcessFixturesIT implements Replayed {
  private static final String TOOL = """
      #!/bin/sh
      case "$1" in
        stamp) echo "stamp $$ $(date +%N)" ;;
        both) echo "out $$ $(date +%N)"; echo "err $$" >&2; exit 3 ;;
        args) shift; for word in "$@"; do echo "[$word]"; done ;;
        variable) eval "echo \\"$2 is \\$$2\\"" ;;
        where) pwd ;;
        exit) exit "$2" ;;
        kill) kill "-$2" $$; sleep 1 ;;
        sleep) exec sleep 100 ;;
        nap) sleep 0.2; exit 5 ;;
        late) sleep 0.4; echo "late $$"; echo "and bad" >&2 ;;
        cat) exec cat ;;
        deaf) exec 0<&-; sleep 0.2 ;;
        echo) while read -r line; do echo "$line, says $$"; done ;;
        random) exec head -c 3000000 /dev/urandom ;;
      esac
      """;

  @Override
  public List<Fixture> fixtures() {
    return List.of(
        tool("processes.Spawning"),
        tool("processes.Pipes"),
        tool("processes.Redirects"),
        tool("processes.Ends"),
        tool("processes.Awaited"),
        tool("processes.Outliving").exits(4),
        tool("processes.Pipelines"),
        tool("processes.Handles"),
        tool("processes.Durations").since(25),
        tool("processes.InThreads"));
  }

  private static Fixture tool(String name) {
    return varying(name)
        .file("tool", TOOL)
        .file("orders.txt", "pear 7\nplum 12\n")
        .talkingOnErr();
  }
}
