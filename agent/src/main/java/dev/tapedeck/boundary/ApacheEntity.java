package dev.tapedeck.boundary;

import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.tapedeck.Calls;
import java.tapedeck.Hooks;
import java.tapedeck.HttpSending;
import java.tapedeck.Session;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the body of a request of Apache's HttpClient, which the program writes when the library asks
 * it to: its own part of the exchange.
 */
final class ApacheEntity implements InvocationHandler {

  private static final byte[] NOTHING = new byte[0];

  private final Object real;

  private ApacheEntity(Object real) {
    this.real = real;
  }

  /** Puts a stand-in into the request, if it has a body. */
  static void enter(Object request, String interfaceName) throws Throwable {
    Object entity = entity(request);
    if (entity == null || Proxy.isProxyClass(entity.getClass())) {
      return;
    }
    if (!Offsets.has(entity, "consumed")) {
      Members.call(request, "setEntity", of(entity, interfaceName));
      return;
    }
    Object original = Offsets.reference(entity, "original"); // of a RequestEntityProxy
    if (original != null && !Proxy.isProxyClass(original.getClass())) {
      Offsets.put(entity, "original", of(original, interfaceName));
    }
  }

  /** The body of the request; null for none. */
  static @Nullable Object entity(Object request) throws Throwable {
    Class<?> type = request.getClass();
    for (Method method : type.getMethods()) {
      if (method.getName().equals("getEntity")) {
        return Members.call(request, "getEntity");
      }
    }
    return null;
  }

  private static Object of(Object entity, String interfaceName) {
    Class<?> type = Members.type(entity, interfaceName);
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new ApacheEntity(entity));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    if (method.getName().equals("writeTo")) {
      write((OutputStream) arguments[0]);
      return null;
    }
    if (method.getDeclaringClass() == Object.class && !method.getName().equals("toString")) {
      return OkCodec.object(proxy, method, arguments);
    }
    return Members.call(real, method.getName(), arguments == null ? new Object[0] : arguments);
  }

  /**
   * Has the program write it.
   *
   * @param to where to; null in a replay
   */
  private void write(@Nullable OutputStream to) throws Throwable {
    Session session = Hooks.session;
    Object before = session.ahead();
    try {
      HttpSending sending = new HttpSending(0, 0, to);
      Through.door(Calls.HTTP_SEND, sending, () -> null, "begin", NOTHING, 0, 0);
      Members.call(real, "writeTo", sending);
    } finally {
      session.behind(before);
    }
  }
}
