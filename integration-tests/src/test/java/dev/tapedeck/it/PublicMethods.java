package dev.tapedeck.it;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Prints the public methods that classes have on the JDK that runs it: class, declaring class, method. */
final class PublicMethods {
  /** A method as it is printed; a constructor's name is that of the class file. */
  record Line(String type, String declaring, String signature) {
    static Line parse(String text) {
      String[] parts = text.split(" ");
      return new Line(parts[0], parts[1], parts[2]);
    }

    String name() {
      return type.substring(type.lastIndexOf('.') + 1) + "."
          + signature.substring(0, signature.indexOf('('));
    }
  }

  private PublicMethods() {}

  public static void main(String[] args) throws ClassNotFoundException {
    Set<String> ofObject = new HashSet<>();
    for (Method method : Object.class.getMethods()) {
      ofObject.add(signature(method.getName(), method.getParameterTypes()));
    }
    for (String name : args) {
      Class<?> type = Class.forName(name);
      for (Method method : type.getMethods()) {
        String signature = signature(method.getName(), method.getParameterTypes());
        if (!ofObject.contains(signature) && !method.isSynthetic()) {
          System.out.println(name + " " + method.getDeclaringClass().getName() + " " + signature);
        }
      }
      if (!Modifier.isAbstract(type.getModifiers())) {
        for (Constructor<?> constructor : type.getConstructors()) {
          String signature = signature("<init>", constructor.getParameterTypes());
          System.out.println(name + " " + name + " " + signature);
        }
      }
    }
  }

  private static String signature(String name, Class<?>[] parameters) {
    String descriptor =
        MethodType.methodType(void.class, List.of(parameters)).toMethodDescriptorString();
    return name + descriptor.substring(0, descriptor.indexOf(')') + 1);
  }
}
