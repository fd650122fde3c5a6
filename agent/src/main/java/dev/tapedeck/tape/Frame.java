package dev.tapedeck.tape;

import org.jspecify.annotations.Nullable;

/**
 * One line of a stack trace.
 *
 * @param lineNumber as {@link StackTraceElement} has it: -2 for a native method, -1 for unknown
 */
public record Frame(
    String className,
    String methodName,
    @Nullable String fileName,
    int lineNumber,
    @Nullable String moduleName,
    @Nullable String moduleVersion,
    @Nullable String classLoaderName) {

  public static Frame of(StackTraceElement element) {
    return new Frame(
        element.getClassName(),
        element.getMethodName(),
        element.getFileName(),
        element.getLineNumber(),
        element.getModuleName(),
        element.getModuleVersion(),
        element.getClassLoaderName());
  }

  public StackTraceElement toStackTraceElement() {
    return new StackTraceElement(
        classLoaderName, moduleName, moduleVersion, className, methodName, fileName, lineNumber);
  }
}
