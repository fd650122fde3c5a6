package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the program runs as: an object that fills its own fields from the system. */
final class Users extends Door {

  private static final String UNIX = "com/sun/security/auth/module/UnixSystem";
  private static final String[] NUMBERS = {"uid", "gid"};
  private static final String[] OBJECTS = {"username", "groups"};

  private Users() {
    super(Kinds.HOST_STRINGS, Scope.LINE);
  }

  static List<Wrap> wraps() {
    return List.of(Wrap.of(UNIX, "getUnixInfo", "()V", new Users()));
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString("UnixSystem");
    question.putString(null);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putStrings(Imprint.of(crossing.self));
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) {
    String[] words = answer.stringsAt(0);
    Object self = crossing.self;
    if (words == null || self == null) {
      return null;
    }
    Object recorded = Imprint.again(words);
    for (String name : NUMBERS) {
      Offsets.put(self, name, Offsets.number(recorded, name));
    }
    for (String name : OBJECTS) {
      Offsets.put(self, name, Offsets.reference(recorded, name));
    }
    return null;
  }
}
