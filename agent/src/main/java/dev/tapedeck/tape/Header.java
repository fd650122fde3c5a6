package dev.tapedeck.tape;

/** The keys of a tape's header. The header itself is {@link Fields}. */
public final class Header {

  /** These three are put by {@link TapeWriter#create}. */
  public static final String RUN_ID = "run_id";

  public static final String STARTED_AT_UNIX_MS = "started_at_unix_ms";
  public static final String STARTED_AT_NANOS = "started_at_nanos";

  public static final String TAPEDECK_VERSION = "tapedeck_version";
  public static final String JVM_VENDOR = "jvm_vendor";
  public static final String JVM_VERSION = "jvm_version";
  public static final String JVM_NAME = "jvm_name";
  public static final String JAVA_HOME = "java_home";

  /** A list. */
  public static final String JVM_ARGS = "jvm_args";

  /** The main class, the jar, or module/class. */
  public static final String MAIN = "main";

  /** {@code class}, {@code jar}, {@code module} or {@code unknown}. */
  public static final String MAIN_KIND = "main_kind";

  /** A list. */
  public static final String ARGV = "argv";

  /** A list. */
  public static final String CLASS_PATH = "class_path";

  /** A list, as long as the class path, of {@link JarDigest}s; empty for what is no jar. */
  public static final String CLASS_PATH_DIGESTS = "class_path_digests";

  public static final String MODULE_PATH = "module_path";
  public static final String CWD = "cwd";
  public static final String TIME_ZONE = "time_zone";
  public static final String LOCALE = "locale";
  public static final String ENCODING = "encoding";
  public static final String NATIVE_ENCODING = "native_encoding";
  public static final String STDOUT_ENCODING = "stdout_encoding";

  /** A map, in the order in which the program finds them; placeholders stand for secrets. */
  public static final String SYSTEM_PROPERTIES = "system_properties";

  /** The size of the hash table that the system properties are in, which decides their order. */
  public static final String SYSTEM_PROPERTIES_TABLE = "system_properties_table";

  /** A map, in the order in which the program finds them; placeholders stand for secrets. */
  public static final String ENVIRONMENT = "environment";

  /** A list of names. */
  public static final String REDACTED = "redacted";

  public static final String PROCESSORS = "processors";
  public static final String SET_SALT = "set_salt";
  public static final String SET_REVERSE = "set_reverse";
  /**
   * A list, put there when the run ends: of each lane that went on until then its number, and how many
   * ordered operations it had done.
   */
  public static final String LAST_OPERATIONS = "last_operations";

  public static final String HASH_SEED = "hash_seed";

  /** What is kept of the order between lanes: the name of a {@link Tier}. */
  public static final String ORDER = "order";

  /** Of which classes what their threads share has a place in the order, whatever it is; absent for none. */
  public static final String RACES = "races";

  /** How many identity hash codes the JVM had drawn before the agent came, as its generator stood then. */
  public static final String EARLY_HASHES = "early_hashes";

  public static final String NEXT_THREAD_ID = "next_thread_id";
  public static final String MAX_HEAP = "max_heap";

  /** The jar that the agent came in. */
  public static final String AGENT_JAR = "agent_jar";

  /** Which names are those of secrets, where the recording was told so. */
  public static final String SECRETS = "secrets";

  /** By what the command that started the recording finds it. */
  public static final String LAUNCHED_BY = "launched_by";

  /** A list, of a run that was written anew: what was missing on its tape then. */
  public static final String PROBLEMS = "problems";

  /** Which fields of JSON bodies are secrets, where there are any. */
  public static final String SECRET_FIELDS = "secret_fields";

  /** A list, of a tape that was redacted: what was removed, in words. */
  public static final String REDACTIONS = "redactions";

  /** Of a tape that a changed program recorded from another one: the id of that run. */
  public static final String BLESSED_FROM = "blessed_from";

  private Header() {}
}
