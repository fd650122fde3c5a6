package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables. The program that is recorded gets all of them, the tape all but the secrets.
 */
final class Environment {

  private static final String OWNER = "java/lang/ProcessEnvironment";

  private Environment() {}

  static List<Wrap> wraps(Secrets secrets) {
    return List.of(
        Wrap.of(OWNER, "getenv", "(Ljava/lang/String;)Ljava/lang/String;", new One(secrets)),
        Wrap.of(OWNER, "getenv", "()Ljava/util/Map;", new All(secrets)),
        Wrap.of(OWNER, "environment", "()Ljava/util/Map;", new Copy(secrets)));
  }

  /** {@code System.getenv} of one variable. */
  private static final class One extends Door {

    private final Secrets secrets;

    One(Secrets secrets) {
      super(Kinds.ENV, Scope.LINE);
      this.secrets = secrets;
    }

    @Override
    public boolean isOfThisProcess() {
      return true; // it has the recorded variables
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString((String) crossing.argument(0));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      String name = (String) crossing.argument(0);
      boolean isHidden = result != null && secrets.isSecret(name);
      answer.putString(isHidden ? null : (String) result);
      answer.putBool(isHidden);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      boolean isHidden = answer.boolAt(1);
      return isHidden ? Secrets.placeholder((String) crossing.argument(0)) : answer.stringAt(0);
    }
  }

  /** {@code System.getenv} of all: always the same map. */
  private static class All extends Door {

    private final Secrets secrets;

    All(Secrets secrets) {
      super(Kinds.ENV_ALL, Scope.LINE);
      this.secrets = secrets;
    }

    @Override
    public boolean isOfThisProcess() {
      return true; // it has the recorded variables
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {}

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      List<String> names = new ArrayList<>();
      List<String> values = new ArrayList<>();
      List<String> hidden = new ArrayList<>();
      if (result instanceof Map<?, ?> all) {
        for (Map.Entry<?, ?> entry : all.entrySet()) {
          String name = (String) entry.getKey();
          boolean isHidden = secrets.isSecret(name);
          names.add(name);
          values.add(isHidden ? Secrets.placeholder(name) : (String) entry.getValue());
          if (isHidden) {
            hidden.add(name);
          }
        }
      }
      answer.putStrings(names.toArray(new String[0]));
      answer.putStrings(values.toArray(new String[0]));
      answer.putStrings(hidden.toArray(new String[0]));
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      ProcessVariables variables = ProcessVariables.ofThisProcess();
      variables.replace(present(answer.stringsAt(0)), present(answer.stringsAt(1)));
      return variables.unmodifiable();
    }

    static String[] present(String @Nullable [] texts) {
      return texts == null ? new String[0] : texts;
    }
  }

  /** What {@code ProcessBuilder.environment} begins with: a copy that the program may change. */
  private static final class Copy extends All {

    Copy(Secrets secrets) {
      super(secrets);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      super.retell(crossing, answer);
      return ProcessVariables.ofThisProcess().copy();
    }
  }
}
