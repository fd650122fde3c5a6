package dev.tapedeck.runner.launch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options behind {@code -javaagent:tapedeck-agent.jar=}, as {@code key=value,key=value}. */
public final class AgentOptions {
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Sets an option; the first value that was set stays. */
  public AgentOptions with(String key, String value) {
    values.putIfAbsent(key, value);
    return this;
  }

  /** The value that was set, or else what the agent finds in its environment; null for neither. */
  @Nullable
  String get(String key, Map<String, String> environment) {
    String name = "TAPEDECK_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    return values.containsKey(key) ? values.get(key) : environment.get(name);
  }

  /** The flag for a command line. */
  public String flag(String agentJar) {
    StringBuilder flag = new StringBuilder("-javaagent:").append(agentJar);
    char separator = '=';
    for (Map.Entry<String, String> option : values.entrySet()) {
      flag.append(separator).append(option.getKey()).append('=').append(encode(option.getValue()));
      separator = ',';
    }
    return flag.toString();
  }

  private static String encode(String value) {
    return value.replace("%", "%25").replace(",", "%2C").replace("=", "%3D");
  }
}
