package dev.tapedeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods that compiled programs call, or refer to. */
final class CalledMethods {
  /** Name and parameters, and the classes through which they are called. */
  private final Map<String, Set<String>> owners = new HashMap<>();

  /** Those that the programs of the fixtures call, each with the classes nested in it. */
  static CalledMethods of(List<Fixture> fixtures) {
    CalledMethods called = new CalledMethods();
    for (Fixture fixture : fixtures) {
      Path main =
          fixture.classes().resolve("fixture").resolve(fixture.name().replace('.', '/') + ".class");
      String name = main.getFileName().toString().replace(".class", "");
      try (Stream<Path> siblings = Files.list(main.getParent())) {
        siblings
            .filter(file -> file.getFileName().toString().matches(name + "(\\$.*)?\\.class"))
            .forEach(called::read);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return called;
  }

  /** The names of the classes through which a method is called. */
  Set<String> owners(String nameAndParameters) {
    return owners.getOrDefault(nameAndParameters, Set.of());
  }

  private void read(Path classFile) {
    try {
      new ClassReader(Files.readAllBytes(classFile)).accept(new Calls(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String owner, String name, String descriptor) {
    String parameters = descriptor.substring(0, descriptor.indexOf(')') + 1);
    owners.computeIfAbsent(name + parameters, key -> new HashSet<>()).add(owner.replace('/', '.'));
  }

  private final class Calls extends ClassVisitor {
    Calls() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
          add(owner, called, calledDescriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String called, String calledDescriptor, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
              add(handle.getOwner(), handle.getName(), handle.getDesc());
            }
          }
        }
      };
    }
  }
}
