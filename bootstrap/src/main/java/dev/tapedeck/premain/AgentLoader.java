package dev.tapedeck.premain;

import java.util.Map;

/** Loads the agent's own classes where no program can see them. */
final class AgentLoader extends ClassLoader {

  private final Map<String, byte[]> classes;

  AgentLoader(Map<String, byte[]> classes) {
    super("tapedeck", null);
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.remove(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
