package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Frame;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A frame as a stack trace prints it: without the JVM's own loaders and without the JDK's version. */
public final class FrameText {
  private static final Set<String> BUILT_IN = Set.of("boot", "platform", "app");

  private FrameText() {}

  public static String of(Frame frame) {
    String module = frame.moduleName();
    boolean jdk = module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    String loader = frame.classLoaderName();
    StackTraceElement shown = new StackTraceElement(
        BUILT_IN.contains(String.valueOf(loader)) ? null : loader,
        module,
        version(frame, jdk),
        frame.className(),
        frame.methodName(),
        frame.fileName(),
        frame.lineNumber());
    return shown.toString();
  }

  private static @Nullable String version(Frame frame, boolean jdk) {
    return jdk ? null : frame.moduleVersion();
  }
}
