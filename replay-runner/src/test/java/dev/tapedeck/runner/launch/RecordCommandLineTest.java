package dev.tapedeck.runner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.runner.speech.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordCommandLineTest {
  @Test
  void theAgentGoesRightBehindJava() {
    assertThat(
            RecordCommandLine.with("-javaagent:a.jar", List.of("java", "-cp", "x", "Main", "-y")))
        .containsExactly("java", "-javaagent:a.jar", "-cp", "x", "Main", "-y");
  }

  @Test
  void javaMayBeNamedByItsPath() {
    assertThat(RecordCommandLine.with("-javaagent:a.jar", List.of("/opt/jdk/bin/java", "@args")))
        .containsExactly("/opt/jdk/bin/java", "-javaagent:a.jar", "@args");
    assertThat(
            RecordCommandLine.with("-javaagent:a.jar", List.of("C:\\jdk\\bin\\java.exe", "Main")))
        .startsWith("C:\\jdk\\bin\\java.exe", "-javaagent:a.jar");
  }

  @Test
  void whatIsNotJavaIsRefused() {
    assertThatThrownBy(() -> RecordCommandLine.with("-javaagent:a.jar", List.of("mvn", "test")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("'mvn'");
  }

  @Test
  void valuesOfOptionsAreEncoded() {
    AgentOptions options =
        new AgentOptions().with("dir", "/a,b=c%d e").with("mode", "off").with("dir", "later");
    assertThat(options.flag("/x/agent.jar"))
        .isEqualTo("-javaagent:/x/agent.jar=dir=/a%2Cb%3Dc%25d e,mode=off");
  }
}
