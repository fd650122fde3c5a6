package dev.tapedeck.premain;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads the agent's own classes where no program can see them. */
final class AgentLoader extends ClassLoader
    implements Function<BiConsumer<String, Instrumentation>, Map<String, byte[]>> {

  private static final String AGENT = "dev.tapedeck.agent.Agent";
  private static final String SUFFIX = ".class";

  /** The only part of the JDK that the agent's classes name and the bootstrap loader has not. */
  private static final String HTTP_CLIENT = "java.net.http.";

  /** That of the JDK's own classes: with all permissions, where a program has a security manager. */
  private static final ProtectionDomain TRUSTED = Object.class.getProtectionDomain();

  private final StoredJar classes;
  private final StoredJar hooks;
  private @Nullable BiConsumer<String, Instrumentation> agent;

  AgentLoader(StoredJar jar) throws java.io.IOException {
    super("tapedeck", null);
    this.classes = jar.nested("tapedeck/agent.jar");
    this.hooks = jar.nested("tapedeck/bootstrap.jar");
  }

  /**
   * Loads the agent, which reports to {@link #apply} when it is initialised.
   *
   * <p>Not by reflection: on newer JDKs that spins method handles before the program has begun.
   */
  BiConsumer<String, Instrumentation> agent() throws ClassNotFoundException {
    Class.forName(AGENT, true, this);
    if (agent == null) {
      throw new ClassNotFoundException(AGENT);
    }
    return agent;
  }

  /** Takes the agent and hands out the classes that it defines in the bootstrap loader, by name. */
  @Override
  public Map<String, byte[]> apply(BiConsumer<String, Instrumentation> reported) {
    agent = reported;
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    for (Map.Entry<String, StoredJar.Entry> entry : hooks.entries().entrySet()) {
      String name = entry.getKey();
      if (name.endsWith(SUFFIX)) {
        String dotted = name.substring(0, name.length() - SUFFIX.length()).replace('/', '.');
        bytes.put(dotted, entry.getValue().bytes());
      }
    }
    return bytes;
  }

  /** What the build has written down for the agent. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    StoredJar.Entry file = classes.find(name);
    return file == null ? null : new ByteArrayInputStream(file.jar(), file.offset(), file.length());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    StoredJar.Entry file = classes.find(name.replace('.', '/').concat(SUFFIX));
    if (file == null) {
      return name.startsWith(HTTP_CLIENT)
          ? ClassLoader.getPlatformClassLoader().loadClass(name)
          : super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null
          ? loaded
          : defineClass(name, file.jar(), file.offset(), file.length(), TRUSTED);
    }
  }
}
