package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.Type;

/** Every public method of the classes that lead to the outside is called by a fixture, or asks nothing. */
final class MethodWalkIT {

  /** A line for each family: its fixtures, its classes, and what of them asks the system nothing. */
  @TestFactory
  Stream<DynamicTest> everyPublicMethodIsCalledOrAsksNothing() {
    List<Fixture> files = new ArrayList<>(new FileFixturesIT().fixtures());
    files.addAll(new FileSystemFixturesIT().fixtures());
    return Stream.of(family("files", files, WalkedClasses.FILES, AskingNothing.FILES));
  }

  private static DynamicTest family(
      String name, List<Fixture> fixtures, List<Class<?>> classes, AskingNothing exceptions) {
    return DynamicTest.dynamicTest(name, () -> {
      CalledMethods called = CalledMethods.of(fixtures, FixtureClasses.of17());
      Set<String> missing = new TreeSet<>();
      Set<String> needless = new TreeSet<>(exceptions.names());
      for (Class<?> type : classes) {
        for (Executable method : publicMethods(type)) {
          if (isCalled(type, method, called)) {
            continue;
          }
          String shown = type.getSimpleName() + "." + signature(method);
          if (!exceptions.cover(type, method)) {
            missing.add(shown);
          }
          needless.remove(type.getSimpleName() + "." + methodName(method));
        }
      }
      assertThat(missing).as("public methods that no fixture calls").isEmpty();
      assertThat(needless)
          .as("exceptions for methods that are called, or are not there")
          .isEmpty();
    });
  }

  private static List<Executable> publicMethods(Class<?> type) {
    List<Executable> all = new ArrayList<>();
    for (Method method : type.getMethods()) {
      boolean isObjects = Arrays.stream(Object.class.getMethods())
          .anyMatch(inherited -> signature(inherited).equals(signature(method)));
      if (!isObjects && !method.isSynthetic()) {
        all.add(method);
      }
    }
    for (Constructor<?> constructor : type.getConstructors()) {
      if (!Modifier.isAbstract(type.getModifiers())) {
        all.add(constructor);
      }
    }
    return all;
  }

  private static boolean isCalled(Class<?> type, Executable method, CalledMethods called) {
    for (String owner : called.owners(signature(method))) {
      try {
        Class<?> through = Class.forName(owner, false, null);
        boolean isBetween =
            through.isAssignableFrom(type) && method.getDeclaringClass().isAssignableFrom(through);
        if (type == through
            || method instanceof Method && (type.isAssignableFrom(through) || isBetween)) {
          return true;
        }
      } catch (ClassNotFoundException notOfTheJdk) {
        // a class of the fixture's own
      }
    }
    return false;
  }

  static String methodName(Executable method) {
    return method instanceof Method ? method.getName() : "<init>";
  }

  private static String signature(Executable method) {
    StringBuilder signature = new StringBuilder(methodName(method)).append('(');
    for (Class<?> parameter : method.getParameterTypes()) {
      signature.append(Type.getDescriptor(parameter));
    }
    return signature.append(')').toString();
  }
}
