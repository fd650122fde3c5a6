package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.net.ProxySelector;
import org.jspecify.annotations.Nullable;

/** The doors that our stand-ins for the objects of client libraries come to. */
final class HttpLibraries {

  private HttpLibraries() {}

  /**
   * Initialises what the JDK reads its settings with, behind the first door: a recording comes to that
   * behind some door or other, a replay maybe never, or where the program asks for it.
   */
  static void prepare() {
    Prepared.once();
  }

  /** Its initialiser runs once. */
  private static final class Prepared {
    static {
      ProxySelector.getDefault();
    }

    static void once() {}
  }

  private static HttpAsked asked(Crossing crossing) {
    if (crossing.self instanceof HttpAsked asked) {
      return asked;
    }
    throw new IllegalStateException("nothing is asked");
  }

  /** One request, and the head of its response. */
  static final class Exchange extends Door {

    Exchange() {
      super(Kinds.HTTP_EXCHANGE, Scope.ALL);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) throws IOException {
      HttpAsked asked = asked(crossing);
      byte[] body = asked.secrets.body(asked.body);
      question.putString(asked.client);
      question.putString(asked.method);
      question.putString(asked.secrets.uri(asked.uri));
      asked.head.put(question, asked.secrets);
      question.putBytes(body, 0, body == null ? 0 : body.length);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      HttpAsked asked = asked(crossing);
      if (!(result instanceof HttpAnswer told)) {
        throw new IllegalStateException("no response");
      }
      told.number = HttpNumbers.next();
      told.site = crossing.site;
      answer.putLong(told.number);
      answer.putLong(System.nanoTime() - asked.atNs);
      answer.putString(told.version);
      answer.putLong(told.status);
      answer.putString(told.reason);
      told.head.put(answer, asked.secrets);
      answer.putStrings(told.facts);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      String[] facts = answer.stringsAt(7);
      HttpAnswer told = new HttpAnswer(
          String.valueOf(answer.stringAt(2)),
          answer.longAt(3),
          answer.stringAt(4),
          HttpHead.of(answer, 5),
          facts == null ? new String[0] : facts,
          null);
      told.number = answer.longAt(0);
      told.site = crossing.site;
      return told;
    }
  }

  /** Something else that only the connection knows: the first argument says what. */
  static final class Fact extends Door {

    Fact() {
      super(Kinds.HTTP_CONNECT, Scope.ALL);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      HttpAsked asked = asked(crossing);
      asked.site = crossing.site;
      question.putString(asked.client);
      question.putString(asked.method);
      question.putString(asked.secrets.uri(asked.uri));
      question.putString((String) crossing.argument(0));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putStrings((String[]) result);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      String[] facts = answer.stringsAt(0);
      return facts == null ? new String[0] : facts;
    }
  }

  /** What is left out in a replay. */
  static final class Quiet extends Behind {
    @Override
    public @Nullable Object instead(Crossing crossing) {
      return null;
    }
  }

  /** The same of what says whether it came in time, which nobody looks at. */
  static final class Cancel extends Behind {
    @Override
    public Object instead(Crossing crossing) {
      return true;
    }
  }
}
