package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.lang.reflect.Field;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Who the program runs as: an object that fills its own fields from the system. */
final class Users extends Door {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
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
    for (Field field : Imprint.fields(recorded.getClass())) {
      copy(field, recorded, self);
    }
    return null;
  }

  private static void copy(Field field, Object from, Object to) {
    long offset = UNSAFE.objectFieldOffset(field);
    for (String name : NUMBERS) {
      if (field.getName().equals(name)) {
        UNSAFE.putLong(to, offset, UNSAFE.getLong(from, offset));
      }
    }
    for (String name : OBJECTS) {
      if (field.getName().equals(name)) {
        UNSAFE.putReference(to, offset, UNSAFE.getReference(from, offset));
      }
    }
  }
}
