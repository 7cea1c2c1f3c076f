package io.github.sparknmf;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fence between the rooms of the house. */
class ArchitectureTest {
  private static final int LONGEST_FILE = 400;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.sparknmf");

  @Test
  void layersUseThoseBelowThemOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("linalg")
        .definedBy("..sparknmf.linalg..")
        .layer("solver")
        .definedBy("..sparknmf.solver..")
        .layer("engine")
        .definedBy("..sparknmf.engine..")
        .layer("frame")
        .definedBy("..sparknmf.frame..")
        .layer("io")
        .definedBy("..sparknmf.io..")
        .layer("report")
        .definedBy("..sparknmf.report..")
        .layer("app")
        .definedBy("..sparknmf.app..")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("io")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("frame")
        .mayOnlyBeAccessedByLayers("io", "app")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("frame", "io", "app")
        .whereLayer("solver")
        .mayOnlyBeAccessedByLayers("engine", "frame", "io", "report", "app")
        .check(CLASSES);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching("io.github.sparknmf.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void mathKnowsNeitherSparkNorHadoopNorScala() {
    noClasses()
        .that()
        .resideInAnyPackage("..sparknmf.linalg..", "..sparknmf.solver..", "..sparknmf.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(CLASSES);
  }

  @Test
  void kernelsDoNotLog() {
    noClasses()
        .that()
        .resideInAPackage("..sparknmf.linalg..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.slf4j..", "org.apache.logging..", "java.util.logging..")
        .check(CLASSES);
  }

  @Test
  void theEngineKnowsNoDataFrames() {
    noClasses()
        .that()
        .resideInAPackage("..sparknmf.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark.sql..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        CLASSES.that(not(resideInAPackage("..sparknmf.app.."))));
  }

  @Test
  void everyClassIsInARoomOfOurs() {
    classes()
        .should()
        .resideInAnyPackage(
            List.of("linalg", "solver", "engine", "frame", "io", "report", "app").stream()
                .map(room -> "io.github.sparknmf." + room + "..")
                .toArray(String[]::new))
        .check(CLASSES);
    assertThat(CLASSES.stream().map(JavaClass::getSimpleName)).noneMatch(n -> n.endsWith("Utils"));
  }

  @ParameterizedTest
  @CsvSource({
    "io.github.sparknmf.solver.UpdateRule, io.github.sparknmf.solver.UpdateRuleContract, Test",
    "io.github.sparknmf.engine.FitEngine, io.github.sparknmf.engine.NmfEngineContract, IT"
  })
  void everyImplementationInheritsItsContract(String type, String contract, String suffix) {
    JavaClasses all = new ClassFileImporter().importPackages("io.github.sparknmf");
    List<JavaClass> implementations =
        CLASSES.stream().filter(c -> !c.isInterface() && c.isAssignableTo(type)).toList();
    assertThat(implementations).isNotEmpty();
    for (JavaClass implementation : implementations) {
      assertThat(all.get(implementation.getName() + suffix).isAssignableTo(contract))
          .as("%s%s extends %s", implementation.getName(), suffix, contract)
          .isTrue();
    }
  }

  @Test
  void filesStaySmall() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(source)).as("%s", source).hasSizeLessThan(LONGEST_FILE + 1);
      }
    }
  }
}
