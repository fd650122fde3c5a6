package dev.tapedeck.weave;

import dev.tapedeck.boundary.Place;
import dev.tapedeck.boundary.Places;
import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.boundary.WeaveJournal;
import dev.tapedeck.tape.Tier;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites classes so that their doors lead through the hooks. */
public final class Weaver implements ClassFileTransformer, Runnable {

  /** The newest class file version that the weaver knows: that of Java 27. */
  static final int NEWEST = 71;

  /** The JDK makes them for calls by reflection, after some of them: ours count as well. */
  private static final String ACCESSORS = "jdk/internal/reflect/Generated";

  private static final ClassLoader OURS = nonNull(Weaver.class.getClassLoader());

  private final JdkTargets targets;
  private final Replacements replacements;
  private final Meetings meetings = new Meetings();
  private final DoorScan scan = new DoorScan();
  private final SiteTable sites;
  private final WeaveJournal journal;
  private final @Nullable ClassDump dump;
  private final Tier order;
  private final @Nullable Races races;
  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final Set<String> woven = new HashSet<>();

  /** The classes in which lanes meet that are woven. */
  private final Set<String> ordered = new HashSet<>();

  private @Nullable Instrumentation instrumentation;

  /**
   * Prepares to weave.
   *
   * @param givesHashes what {@link #canGiveHashes} has said
   * @param order what is kept of the order between lanes
   * @param races where more has a place in it; null for nowhere
   * @param dump where woven classes are put for a person to read
   */
  public Weaver(
      Places places,
      SiteTable sites,
      WeaveJournal journal,
      boolean givesHashes,
      Tier order,
      @Nullable Races races,
      @Nullable ClassDump dump) {
    this.targets = new JdkTargets(places, givesHashes, order);
    this.sites = sites;
    this.journal = journal;
    this.dump = dump;
    this.order = order;
    this.races = races;
    this.replacements = new Replacements(order.holds(Tier.LOCKS));
    replacements.announce(scan);
    Entrances.announce(scan);
  }

  /** Whether identity hash codes can be led to the session on this JVM. */
  public static boolean canGiveHashes() {
    return IdentityHashes.isPossible();
  }

  /** Leads them there: before anything else, so that nobody has seen another code. */
  public static void leadHashes(Instrumentation instrumentation) throws UnmodifiableClassException {
    ObjectClass.weave(instrumentation);
  }

  /** Weaves every class from now on, and those of the loaded ones that have doors. */
  public void install(Instrumentation by) {
    instrumentation = by;
    targets.bridges().define();
    by.addTransformer(this, true);
    by.setNativeMethodPrefix(this, NativeMethod.PREFIX);
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : by.getAllLoadedClasses()) {
      if (isLoadedTarget(type)) {
        loaded.add(type);
      }
    }
    try {
      by.retransformClasses(loaded.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | LinkageError refused) {
      journal.skipped("classes loaded before the agent", refused.toString());
    }
    prove(loaded);
  }

  /**
   * Weaves the loaded classes of the JDK in which lanes meet. Before the program has a second lane nobody
   * does, and most programs never have one.
   */
  @Override
  public void run() {
    Instrumentation by = instrumentation;
    if (by == null || !order.holds(Tier.LOCKS)) {
      return;
    }
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : by.getAllLoadedClasses()) {
      if (OrderedClasses.isByName(type.getName(), order)
          && !type.isHidden()
          && !ordered.contains(type.getName())) {
        loaded.add(type);
      }
    }
    try {
      by.retransformClasses(loaded.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | LinkageError refused) {
      journal.skipped("classes in which lanes meet", refused.toString());
    }
  }

  /** Says of each class that was there before us whether it is woven now. */
  private void prove(List<Class<?>> loaded) {
    for (Class<?> type : loaded) {
      boolean isJdk = isJdk(type.getClassLoader());
      if (isJdk && !woven.contains(type.getName())) {
        journal.skipped(type.getName(), "it was not woven when it should have been");
      }
    }
  }

  private boolean isLoadedTarget(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (isJdk(loader)) {
      return type != Object.class && targets.isTargetByName(type.getName());
    }
    return loader != OURS
        && !type.isArray()
        && !type.isHidden()
        && !type.getName().startsWith("dev.tapedeck.premain.");
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] file) {
    if (name == null || loader == OURS) {
      return null;
    }
    journal.begins();
    try {
      if (loader == null || loader == platform) {
        return isTarget(name) ? weaveJdk(name, file, redefined) : null;
      }
      return weaveProgram(loader, name, file);
    } catch (RuntimeException | LinkageError trouble) {
      journal.skipped(name.replace('/', '.'), "the weaver failed: " + trouble);
      return null;
    } finally {
      journal.ends();
    }
  }

  private boolean isTarget(String name) {
    return targets.isTarget(name) || OrderedClasses.is(name, order);
  }

  private byte @Nullable [] weaveJdk(String name, byte[] file, @Nullable Class<?> loaded) {
    if (name.equals(ObjectClass.NAME)) {
      return new ObjectClass(file).woven();
    }
    JdkClass jdkClass = new JdkClass(file, targets, name, loaded);
    byte[] bytes = jdkClass.woven();
    Place missing = jdkClass.missing();
    String dotted = name.replace('/', '.');
    if (missing == null) {
      synchronized (woven) {
        woven.add(dotted);
      }
    } else {
      journal.skipped(
          dotted, "this JDK has no " + missing.name() + missing.descriptor() + " in it");
    }
    if (OrderedClasses.is(name, order)) {
      synchronized (woven) {
        ordered.add(dotted);
      }
      byte[] both = weaveOrdered(name, bytes == null ? file : bytes);
      bytes = both == null ? bytes : both;
    }
    return bytes == null ? null : done(name, bytes);
  }

  /** As a class of the program, with everything that has a place in the order. */
  private byte @Nullable [] weaveOrdered(String name, byte[] file) {
    ConstantPool pool = new ConstantPool(file);
    boolean[] doors = scan.doors(file, pool);
    boolean[] none = doors == null ? new boolean[pool.count()] : doors;
    Ancestry ancestry = new Ancestry(null, name, pool.parent());
    return new ProgramClass(
            file,
            pool,
            replacements,
            sites,
            ancestry,
            name,
            none,
            false,
            Tier.FULL,
            meetings,
            null,
            null)
        .woven();
  }

  private byte @Nullable [] weaveProgram(ClassLoader loader, String name, byte[] file) {
    if (name.startsWith("dev/tapedeck/premain/") || name.startsWith(ACCESSORS)) {
      return null;
    }
    String dotted = name.replace('/', '.');
    int version = (file[6] & 0xff) << 8 | (file[7] & 0xff);
    if (version > NEWEST) {
      journal.skipped(dotted, "its class file version " + version + " is newer than the weaver");
      return null;
    }
    journal.seen(dotted, file);
    ConstantPool pool = new ConstantPool(file);
    String parent = pool.parent();
    boolean mayBeThread = !parent.equals("java/lang/Object") && pool.says("run");
    boolean[] doors = scan.doors(file, pool);
    if (doors == null && !mayBeThread && !order.holds(Tier.LOCKS) && !targets.isTarget(name)) {
      return null;
    }
    boolean[] none = doors == null ? new boolean[pool.count()] : doors;
    Ancestry ancestry = new Ancestry(loader, name, parent);
    byte[] bytes = new ProgramClass(
            file,
            pool,
            replacements,
            sites,
            ancestry,
            name,
            none,
            mayBeThread,
            order,
            meetings,
            loader,
            races)
        .woven();
    byte[] led = targets.isTarget(name) ? weaveLibrary(name, bytes == null ? file : bytes) : null;
    bytes = led == null ? bytes : led;
    return bytes == null ? null : done(name, bytes);
  }

  /** A class of a library that has doors of its own; which of them, hangs on the library's version. */
  private byte @Nullable [] weaveLibrary(String name, byte[] file) {
    return new JdkClass(file, targets, name, null).woven();
  }

  private byte[] done(String name, byte[] bytes) {
    if (dump != null) {
      dump.put(name, bytes);
    }
    return bytes;
  }

  private boolean isJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == platform;
  }

  private static ClassLoader nonNull(@Nullable ClassLoader loader) {
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }
}
