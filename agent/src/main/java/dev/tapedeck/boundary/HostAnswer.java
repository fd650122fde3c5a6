package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a method of the JDK says of the machine, the process or the JVM, whatever type it returns.
 *
 * <p>The question is the method's name, and what it was asked about. A number, a text or bytes stand
 * on the tape as they are, any other object as its {@link Imprint}.
 */
class HostAnswer extends Door {

  /** How the object that was asked is told from others of its class. */
  enum Asked {
    /** There is only one. */
    ALONE,
    /** By the text in its field {@code name}. */
    BY_NAME,
    /** By its {@code toString}. */
    BY_TEXT,
    /** By its number in the network: its text tells the name too, once that is known. */
    BY_ADDRESS
  }

  private final String what;
  private final String result;
  private final Asked asked;

  /** A door for a method with this descriptor. */
  HostAnswer(String what, String descriptor, Asked asked) {
    this(what, descriptor, asked, Scope.LINE);
  }

  private HostAnswer(String what, String descriptor, Asked asked, Scope scope) {
    super(kind(result(descriptor)), scope);
    this.what = what;
    this.result = result(descriptor);
    this.asked = asked;
  }

  /** Wraps a method that every supported JDK has; the question is the class and the method. */
  static Wrap wrap(String owner, String name, String descriptor, Asked asked) {
    return Wrap.of(owner, name, descriptor, new HostAnswer(what(owner, name), descriptor, asked));
  }

  /** The same of a method that only programs call, maybe from where no line of theirs is to be found. */
  static Wrap ofAll(String owner, String name, String descriptor, Asked asked) {
    return Wrap.of(
        owner, name, descriptor, new HostAnswer(what(owner, name), descriptor, asked, Scope.ALL));
  }

  static String what(String owner, String name) {
    return owner.substring(owner.lastIndexOf('/') + 1) + "." + name;
  }

  private static String result(String descriptor) {
    return descriptor.substring(descriptor.indexOf(')') + 1);
  }

  private static Kind kind(String result) {
    switch (result) {
      case "Z":
      case "I":
      case "J":
        return Kinds.HOST_LONG;
      case "D":
      case "Ljava/lang/String;":
        return Kinds.HOST_STRING;
      case "[B":
        return Kinds.HOST_BYTES;
      default:
        return Kinds.HOST_STRINGS;
    }
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(what);
    question.putString(subject(crossing));
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object told, FieldSink answer) {
    switch (result) {
      case "Z", "I", "J" -> answer.putLong(Box.number(told));
      case "D" -> answer.putString(String.valueOf(told));
      case "Ljava/lang/String;" -> answer.putString((String) told);
      case "[B" -> {
        byte[] bytes = (byte[]) told;
        answer.putBytes(bytes, 0, bytes == null ? 0 : bytes.length);
      }
      default -> answer.putStrings(Imprint.of(told));
    }
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) {
    switch (result) {
      case "Z":
        return answer.longAt(0) != 0;
      case "I":
        return (int) answer.longAt(0);
      case "J":
        return answer.longAt(0);
      case "D":
        return Double.valueOf(answer.stringAt(0));
      case "Ljava/lang/String;":
        return answer.stringAt(0);
      case "[B":
        return answer.bytesAt(0);
      default:
        String[] words = answer.stringsAt(0);
        return words == null ? null : Imprint.again(words);
    }
  }

  private @Nullable String subject(Crossing crossing) {
    StringBuilder text = new StringBuilder();
    if (crossing.self != null && asked != Asked.ALONE) {
      text.append(subject(crossing.self));
    }
    for (int i = 0; i < crossing.count(); i++) {
      text.append(text.length() == 0 ? "" : " ");
      append(text, crossing.argument(i));
    }
    return text.length() == 0 ? null : text.toString();
  }

  private @Nullable Object subject(Object self) {
    switch (asked) {
      case BY_NAME:
        return Offsets.reference(self, "name");
      case BY_ADDRESS:
        return ((InetAddress) self).getHostAddress();
      default:
        return self;
    }
  }

  private static void append(StringBuilder text, Object argument) {
    if (argument instanceof long[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        text.append(i == 0 ? "" : ",").append(numbers[i]);
      }
    } else if (argument instanceof Object[] many) {
      for (int i = 0; i < many.length; i++) {
        text.append(i == 0 ? "" : ",").append(many[i]);
      }
    } else {
      text.append(argument);
    }
  }
}
