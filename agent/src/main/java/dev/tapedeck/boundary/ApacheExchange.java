package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.tapedeck.HttpBody;
import org.jspecify.annotations.Nullable;

/** One request of Apache's HttpClient, and the head of its response. */
final class ApacheExchange extends Door implements Lends {

  private final ApacheVersion version;
  private final HttpSecrets secrets;
  private final HttpLibraries.Exchange exchange = new HttpLibraries.Exchange();

  /**
   * A door.
   *
   * @param version which of them it is
   */
  ApacheExchange(ApacheVersion version, HttpSecrets secrets) {
    super(Kinds.HTTP_EXCHANGE, Scope.ALL);
    this.version = version;
    this.secrets = secrets;
  }

  /** What is asked is seen here: behind the door the library adds to it. */
  @Override
  public boolean applies(Crossing crossing) {
    HttpLibraries.prepare();
    try {
      ApacheEntity.enter(version.request(crossing), version.entityType());
      crossing.kept = version.asked(crossing, secrets);
      return true;
    } catch (RuntimeException | Error ours) {
      throw ours;
    } catch (Throwable otherVersion) {
      throw new IllegalStateException(otherVersion);
    }
  }

  private static HttpAsked asked(Crossing crossing) {
    if (crossing.kept instanceof HttpAsked asked) {
      return asked;
    }
    throw new IllegalStateException("nothing is asked");
  }

  private static Crossing inner(Crossing crossing) {
    Crossing inner = new Crossing(asked(crossing), new Object[0]);
    inner.site = crossing.site;
    return inner;
  }

  @Override
  public Kind begins() {
    return Kinds.HTTP_SEND;
  }

  @Override
  public void lend(Crossing crossing) throws IOException {
    try {
      Object entity = ApacheEntity.entity(version.request(crossing));
      if (entity == null) {
        throw new IllegalStateException("the request has no body");
      }
      Members.call(entity, "writeTo", (Object) null);
    } catch (IOException | RuntimeException | Error theirs) {
      throw theirs;
    } catch (Throwable theirs) {
      throw new IOException(theirs);
    }
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) throws IOException {
    exchange.ask(inner(crossing), question);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    if (result == null) {
      throw new IllegalStateException("no response");
    }
    HttpAnswer told;
    Object entity;
    try {
      entity = version.received(result);
      told = version.answer(result, entity);
    } catch (RuntimeException | Error ours) {
      throw ours;
    } catch (Throwable otherVersion) {
      throw new IllegalStateException(otherVersion);
    }
    exchange.tell(inner(crossing), told, answer);
    if (entity != null) {
      InputStream content = (InputStream) Offsets.reference(entity, ApacheVersion.CONTENT);
      HttpBody body = new HttpBody(told.number, crossing.site, content, false);
      Offsets.put(entity, ApacheVersion.CONTENT, body);
    }
  }

  @Override
  public Object retell(Crossing crossing, Told answer) throws Throwable {
    HttpAnswer told = (HttpAnswer) exchange.retell(inner(crossing), answer);
    HttpBody body = new HttpBody(told.number, crossing.site, null, false);
    return version.response(crossing, told, body);
  }
}
