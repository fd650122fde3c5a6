package dev.tapedeck.runner.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void aSiteIsFoundByAnyPartOfIt() {
    assertThat(Selection.matches("com.acme.Job.run:41", "Job.run")).isTrue();
    assertThat(Selection.matches("com.acme.Job.run:41", "com.acme")).isTrue();
    assertThat(Selection.matches("com.acme.Job.run:41", "Job.walk")).isFalse();
  }

  @Test
  void aSiteIsFoundAsAStackTraceNamesIt() {
    assertThat(Selection.matches("com.acme.Job.run:41", "Job.java:41")).isTrue();
    assertThat(Selection.matches("com.acme.Job$Step.run:41", "Job.java:41")).isTrue();
    assertThat(Selection.matches("com.acme.Job.run:141", "Job.java:41")).isFalse();
    assertThat(Selection.matches("com.acme.OtherJob.run:41", "Job.java:41")).isFalse();
  }
}
