package dev.tapedeck.tape;

import java.util.Objects;
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

  // Written out: a record's own come from invokedynamic, which is slow the first time.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Frame that
        && lineNumber == that.lineNumber
        && className.equals(that.className)
        && methodName.equals(that.methodName)
        && Objects.equals(fileName, that.fileName)
        && Objects.equals(moduleName, that.moduleName)
        && Objects.equals(moduleVersion, that.moduleVersion)
        && Objects.equals(classLoaderName, that.classLoaderName);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * className.hashCode() + methodName.hashCode()) + lineNumber;
  }
}
