package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of the JVM, as {@code RuntimeMXBean} tells them: secrets may be among them. */
final class JvmArguments extends Door {

  private static final String DEFINE = "-D";

  private final Secrets secrets;

  private JvmArguments(Secrets secrets) {
    super(Kinds.HOST_STRINGS, Scope.LINE);
    this.secrets = secrets;
  }

  static List<Wrap> wraps(Secrets secrets) {
    return List.of(Wrap.of(
        "sun/management/RuntimeImpl",
        "getInputArguments",
        "()Ljava/util/List;",
        new JvmArguments(secrets)));
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString("RuntimeImpl.getInputArguments");
    question.putString(null);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    Object[] arguments = result instanceof List<?> list ? list.toArray() : new Object[0];
    String[] visible = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      visible[i] = visible((String) arguments[i]);
    }
    answer.putStrings(visible);
  }

  @Override
  public Object retell(Crossing crossing, Told answer) {
    String[] arguments = answer.stringsAt(0);
    List<String> list = Arrays.asList(arguments == null ? new String[0] : arguments);
    return Collections.unmodifiableList(list);
  }

  private String visible(String argument) {
    int equals = argument.indexOf('=');
    if (!argument.startsWith(DEFINE) || equals < 0) {
      return argument;
    }
    String name = argument.substring(DEFINE.length(), equals);
    return secrets.isSecret(name)
        ? argument.substring(0, equals + 1) + Secrets.placeholder(name)
        : argument;
  }
}
