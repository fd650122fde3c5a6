package dev.tapedeck.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may use whom, read off the compiled classes of all modules. */
class PackageRulesTest {
  private static final DescribedPredicate<JavaClass> OURS =
      resideInAnyPackage("dev.tapedeck..", "java.tapedeck..");
  private static final Set<String> JAVA_BASE = Object.class.getModule().getPackages();

  private static JavaClasses all;

  @BeforeAll
  static void readClasses() {
    Path root = Path.of("").toAbsolutePath().getParent();
    all = new ClassFileImporter()
        .importPaths(Stream.of("bootstrap", "agent", "replay-runner")
            .map(module -> root.resolve(module).resolve("target/classes"))
            .filter(Files::isDirectory)
            .toList());
    assertThat(all.containPackage("java.tapedeck")).isTrue();
    assertThat(all.containPackage("dev.tapedeck.tape")).isTrue();
    assertThat(all.containPackage("dev.tapedeck.runner")).isTrue();
  }

  @Test
  void hooksUseJavaBaseAlone() {
    mayUse("java.tapedeck..");
    noClasses()
        .that()
        .resideInAPackage("java.tapedeck..")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<JavaClass>("are in a module other than java.base") {
              @Override
              public boolean test(JavaClass used) {
                return !OURS.test(used)
                    && !used.isPrimitive()
                    && !used.isArray()
                    && !used.getPackageName().equals(NullMarked.class.getPackageName())
                    && !JAVA_BASE.contains(used.getPackageName());
              }
            })
        .check(all);
  }

  @Test
  void premainReachesTheAgentThroughItsLoaderAlone() {
    mayUse("dev.tapedeck.premain..", "java.tapedeck..");
  }

  @Test
  void tapeUsesNothingOfOurs() {
    mayUse("dev.tapedeck.tape..");
  }

  @Test
  void boundaryUsesTape() {
    mayUse("dev.tapedeck.boundary..", "dev.tapedeck.tape..", "java.tapedeck..");
  }

  @Test
  void sessionUsesBoundaryAndTape() {
    mayUse(
        "dev.tapedeck.session..",
        "dev.tapedeck.boundary..",
        "dev.tapedeck.tape..",
        "java.tapedeck..");
  }

  @Test
  void weaveUsesBoundaryAndTape() {
    mayUse(
        "dev.tapedeck.weave..",
        "dev.tapedeck.boundary..",
        "dev.tapedeck.tape..",
        "java.tapedeck..");
  }

  @Test
  void agentUsesEveryPackageOfTheAgent() {
    mayUse(
        "dev.tapedeck.agent..",
        "dev.tapedeck.boundary..",
        "dev.tapedeck.session..",
        "dev.tapedeck.tape..",
        "dev.tapedeck.weave..",
        "java.tapedeck..");
  }

  @Test
  void runnerUsesTapeAlone() {
    mayUse("dev.tapedeck.runner..", "dev.tapedeck.tape..");
    noClasses()
        .that()
        .resideInAPackage("dev.tapedeck.runner..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jdk.internal..", "sun..")
        .check(all);
  }

  @Test
  void everyPackageIsNullMarked() {
    for (JavaClass one : all) {
      JavaPackage home = one.getPackage();
      assertThat(home.isAnnotatedWith(NullMarked.class))
          .as("package-info of " + home.getName() + " with @NullMarked")
          .isTrue();
    }
  }

  @Test
  void namesSayTheThing() {
    noClasses()
        .that(OURS)
        .should()
        .haveNameMatching(".*(Mock|Manager|Helper|Util|Handler|Context|Impl)s?(\\$.*)?")
        .check(all);
  }

  /** The classes of the first package may use those of the packages, it among them, and nothing else of ours. */
  private static void mayUse(String which, String... others) {
    classes()
        .that(resideInAPackage(which))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(OURS).or(resideInAPackage(which)).or(resideInAnyPackage(others)))
        .check(all);
  }
}
