package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.tapedeck.HttpBody;
import java.tapedeck.HttpSending;
import org.jspecify.annotations.Nullable;

/** The bodies of requests and responses, piece by piece as the program sends and reads them. */
final class HttpStreams {

  private HttpStreams() {}

  /** Puts a piece on the tape, without the secrets in it. */
  static void put(@Nullable JsonBody json, FieldSink sink, byte[] bytes, int offset, int length) {
    if (json == null || length == 0) {
      sink.putBytes(bytes, offset, length);
    } else {
      sink.putBytes(json.hide(bytes, offset, length), 0, length);
    }
  }

  /** A piece of a response, how much of it is there, or that it is closed. */
  static final class Receive extends Door {

    private final HttpSecrets secrets;

    Receive(HttpSecrets secrets) {
      super(Kinds.HTTP_RECEIVE, Scope.OPENED);
      this.secrets = secrets;
    }

    private @Nullable JsonBody json(Crossing crossing) {
      HttpBody body = body(crossing);
      if (body.json == null) {
        body.json = secrets.pieces();
      }
      return (JsonBody) body.json;
    }

    private static HttpBody body(Crossing crossing) {
      if (crossing.self instanceof HttpBody body) {
        return body;
      }
      throw new IllegalStateException("no body of a response");
    }

    @Override
    public boolean applies(Crossing crossing) {
      crossing.site = body(crossing).site;
      return true;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString((String) crossing.argument(0));
      question.putLong(crossing.number(1));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      long count = Results.number(result);
      answer.putLong(body(crossing).exchange);
      answer.putLong(count);
      if (crossing.count() == 2) {
        answer.putBytes(null, 0, 0);
      } else {
        put(json(crossing), answer, (byte[]) crossing.argument(2), (int) crossing.number(3), (int)
            Math.max(0, count));
      }
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      if (crossing.count() > 2 && answer.lengthAt(2) > 0) {
        byte[] bytes = (byte[]) crossing.argument(2);
        int offset = (int) crossing.number(3);
        answer.copy(2, bytes, offset);
        JsonBody json = json(crossing);
        if (json != null) {
          json.told(bytes, offset, (int) answer.lengthAt(2));
        }
      }
      return answer.longAt(1);
    }
  }

  /** A piece of a request; its bytes are compared in replay. */
  static final class Send extends Door {

    private final HttpSecrets secrets;

    Send(HttpSecrets secrets) {
      super(Kinds.HTTP_SEND, Scope.OPENED);
      this.secrets = secrets;
    }

    private @Nullable JsonBody json(Crossing crossing) {
      HttpSending sending = sending(crossing);
      if (sending.json == null) {
        sending.json = secrets.pieces();
      }
      return (JsonBody) sending.json;
    }

    private static HttpSending sending(Crossing crossing) {
      if (crossing.self instanceof HttpSending sending) {
        return sending;
      }
      throw new IllegalStateException("no body of a request");
    }

    @Override
    public boolean applies(Crossing crossing) {
      crossing.site = sending(crossing).site;
      return true;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString((String) crossing.argument(0));
      put(json(crossing), question, (byte[]) crossing.argument(1), (int) crossing.number(2), (int)
          crossing.number(3));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(sending(crossing).exchange);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return null;
    }
  }
}
