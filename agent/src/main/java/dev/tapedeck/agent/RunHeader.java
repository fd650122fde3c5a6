package dev.tapedeck.agent;

import dev.tapedeck.boundary.Secrets;
import dev.tapedeck.session.SetOrder;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.JarDigest;
import dev.tapedeck.tape.Tier;
import java.io.File;
import java.io.IOException;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import jdk.internal.misc.VM;

/** Gathers what a replay must know of the JVM and the program before the first event. */
final class RunHeader {

  private static final String VERSION = "0.1.0";
  private static final String PREMAIN = "dev.tapedeck.premain.Premain";
  private static final String ZONEINFO = "/zoneinfo/";

  private final Secrets secrets;
  private final Properties properties = System.getProperties();
  private final List<String> redacted = new ArrayList<>();

  RunHeader(Secrets secrets) {
    this.secrets = secrets;
  }

  Fields gather(long hashSeed, long earlyHashes, SetOrder setOrder, Tier order) {
    CommandLine command = CommandLine.read(properties);
    Fields header = new Fields();
    header.put(Header.TAPEDECK_VERSION, VERSION);
    header.put(Header.JVM_VENDOR, property("java.vm.vendor"));
    header.put(Header.JVM_VERSION, property("java.vm.version"));
    header.put(Header.JVM_NAME, property("java.vm.name"));
    header.put(Header.JAVA_HOME, property("java.home"));
    header.put(Header.JVM_ARGS, jvmArguments());
    header.put(Header.AGENT_JAR, agentJar());
    header.put(Header.MAIN, command.main());
    header.put(Header.MAIN_KIND, command.kind());
    header.put(Header.ARGV, command.arguments());
    List<String> classPath = split(property("java.class.path"));
    header.put(Header.CLASS_PATH, classPath);
    header.put(Header.CLASS_PATH_DIGESTS, digests(classPath));
    header.put(Header.MODULE_PATH, property("jdk.module.path"));
    header.put(Header.CWD, property("user.dir"));
    header.put(Header.TIME_ZONE, timeZone());
    header.put(Header.LOCALE, locale());
    header.put(Header.ENCODING, property("file.encoding"));
    header.put(Header.NATIVE_ENCODING, property("native.encoding"));
    header.put(Header.STDOUT_ENCODING, property("stdout.encoding"));
    header.put(Header.SYSTEM_PROPERTIES, visible(textProperties()));
    header.put(Header.SYSTEM_PROPERTIES_TABLE, PropertiesTable.of(properties).size());
    header.put(Header.ENVIRONMENT, visible(System.getenv()));
    header.put(Header.REDACTED, redacted);
    header.put(Header.PROCESSORS, Runtime.getRuntime().availableProcessors());
    header.put(Header.SET_SALT, setOrder.salt());
    header.put(Header.SET_REVERSE, Boolean.toString(setOrder.reverse()));
    header.put(Header.HASH_SEED, hashSeed);
    header.put(Header.EARLY_HASHES, earlyHashes);
    header.put(Header.ORDER, order.toString());
    header.put(Header.MAX_HEAP, Runtime.getRuntime().maxMemory());
    return header;
  }

  private String property(String name) {
    return properties.getProperty(name, "");
  }

  private List<String> jvmArguments() {
    List<String> arguments = new ArrayList<>();
    String[] all = VM.getRuntimeArguments();
    if (all == null) {
      return arguments;
    }
    for (String argument : all) {
      int equals = argument.indexOf('=');
      boolean isSecret = argument.startsWith("-D")
          && equals > 0
          && secrets.isSecret(argument.substring(2, equals));
      arguments.add(isSecret ? argument.substring(0, equals + 1) : argument);
    }
    return arguments;
  }

  private static String agentJar() {
    try {
      Class<?> premain = Class.forName(PREMAIN, false, ClassLoader.getSystemClassLoader());
      CodeSource source = premain.getProtectionDomain().getCodeSource();
      return source == null ? "" : source.getLocation().getPath();
    } catch (ClassNotFoundException otherwiseStarted) {
      return "";
    }
  }

  private Map<String, String> textProperties() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<Object, Object> entry : properties.entrySet()) {
      if (entry.getKey() instanceof String name && entry.getValue() instanceof String value) {
        texts.put(name, value);
      }
    }
    return texts;
  }

  private Map<String, String> visible(Map<String, String> values) {
    Map<String, String> visible = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String name = entry.getKey();
      if (secrets.isSecret(name)) {
        redacted.add(name);
        visible.put(name, Secrets.placeholder(name));
      } else {
        visible.put(name, entry.getValue());
      }
    }
    return visible;
  }

  private String locale() {
    String country = property("user.country");
    return property("user.language") + (country.isEmpty() ? "" : "-" + country);
  }

  /** The zone's name without waking java.util.TimeZone, which the program may want to find asleep. */
  private String timeZone() {
    String given = property("user.timezone");
    if (!given.isEmpty()) {
      return given;
    }
    String environment = System.getenv("TZ");
    if (environment != null && !environment.isEmpty()) {
      return environment.charAt(0) == ':' ? environment.substring(1) : environment;
    }
    try {
      String link = new File("/etc/localtime").getCanonicalPath();
      int zone = link.indexOf(ZONEINFO);
      return zone < 0 ? "" : link.substring(zone + ZONEINFO.length());
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static List<String> digests(List<String> classPath) {
    List<String> digests = new ArrayList<>();
    for (String entry : classPath) {
      digests.add(JarDigest.of(new File(entry)));
    }
    return digests;
  }

  private static List<String> split(String path) {
    List<String> entries = new ArrayList<>();
    int from = 0;
    while (from < path.length()) {
      int separator = path.indexOf(File.pathSeparatorChar, from);
      int end = separator < 0 ? path.length() : separator;
      entries.add(path.substring(from, end));
      from = end + 1;
    }
    return entries;
  }
}
