package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.varying;
import static dev.tapedeck.it.ProgramJars.classPath;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** Programs that ask a language model, which never answers the same, and do what it says. */
final class AgentsIT implements Replayed {
  private static final String JACKSON =
      classPath("jackson-annotations", "jackson-core", "jackson-databind");
  private static final String LANGCHAIN4J = classPath(
      "langchain4j",
      "langchain4j-core",
      "langchain4j-http-client",
      "langchain4j-http-client-jdk",
      "langchain4j-open-ai",
      "slf4j-api");
  private static final String OPENAI = classPath(
      "openai-java-core",
      "openai-java-client-okhttp",
      "jackson-datatype-jdk8",
      "jackson-datatype-jsr310",
      "jackson-module-kotlin",
      "kotlin-reflect",
      "kotlin-stdlib",
      "okhttp-4",
      "okio-3.6");

  @Override
  public List<Fixture> fixtures() {
    return List.of(chain(), with("OpenAiCalls", OPENAI));
  }

  private static Fixture chain() {
    return with("ChainAgent", LANGCHAIN4J).talkingOnErr();
  }

  /** Given what an agent asked, streamed or not, the tape holds the whole question and the whole answer. */
  @EachJdk
  void whatTheModelWasAskedIsShown(Jdk jdk) {
    try (Take take = new Take(chain(), jdk)) {
      Ran recorded = take.record();
      assertThat(recorded.exit()).as("recorded: " + recorded).isZero();
      List<String> calls = take.tapedeck("cat", "--kind", "llm_call")
          .out()
          .lines()
          .filter(line -> line.contains("\"kind\":\"llm_call\""))
          .toList();
      assertThat(calls.get(0))
          .contains("What shall I buy?")
          .contains("\"finish_reason\":\"tool_calls\"");
      assertThat(calls)
          .anyMatch(call -> call.contains("\"streamed\":true")
              && call.contains("And what else?")
              && call.contains("Buy "));
      take.isDone();
    }
  }

  private static Fixture with(String program, String jars) {
    return varying("agents." + program)
        .served()
        .started(jdk -> List.of(
            "-cp", Classes.COMPILED + ":" + jars + ":" + JACKSON, "fixture.agents." + program));
  }

  private static final class Classes {
    static final Path COMPILED = FixtureClasses.compile(
        Jdks.all().get(0),
        17,
        FixtureClasses.sources().resolve("agents"),
        Shipped.output().resolve("fixtures/agents"),
        "-cp",
        LANGCHAIN4J + ":" + OPENAI + ":" + JACKSON);
  }
}
