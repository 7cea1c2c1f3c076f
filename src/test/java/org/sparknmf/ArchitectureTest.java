package org.sparknmf;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.solver.divergence.BetaDivergence;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.start.SubspaceIteration;
import org.sparknmf.solver.update.UpdateRule;

/** The fence between the rooms of the house. */
class ArchitectureTest {
  private static final int LONGEST_FILE = 400;

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sparknmf");

  private static final JavaClasses WITH_TESTS =
      new ClassFileImporter().importPackages("org.sparknmf");

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
        .layer("fit")
        .definedBy("..sparknmf.fit..")
        .layer("ml")
        .definedBy("..sparknmf.ml..")
        .layer("io")
        .definedBy("..sparknmf.io..")
        .layer("select")
        .definedBy("..sparknmf.select..")
        .layer("text")
        .definedBy("..sparknmf.text..")
        .layer("report")
        .definedBy("..sparknmf.report..")
        .layer("app")
        .definedBy("..sparknmf.app..")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("io")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("select")
        .mayOnlyBeAccessedByLayers("ml", "app")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers("engine", "fit", "ml", "io", "report", "app")
        .whereLayer("ml")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("frame")
        .mayOnlyBeAccessedByLayers("ml", "io", "app")
        .whereLayer("fit")
        .mayOnlyBeAccessedByLayers("ml", "app")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("fit", "frame", "ml", "io", "select", "app")
        .whereLayer("solver")
        .mayOnlyBeAccessedByLayers("engine", "fit", "frame", "ml", "io", "select", "report", "app")
        .check(CLASSES);
  }

  /** Each room of the solver builds on those before it. */
  @Test
  void roomsOfTheSolverStandInOrder() {
    List<String> rooms =
        Stream.of(
                "",
                ".loss",
                ".nnls",
                ".fold",
                ".divergence",
                ".update",
                ".method",
                ".start",
                ".loop")
            .map(room -> "org.sparknmf.solver" + room)
            .toList();
    for (int r = 0; r < rooms.size() - 1; r++) {
      noClasses()
          .that()
          .resideInAPackage(rooms.get(r))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(rooms.subList(r + 1, rooms.size()).toArray(String[]::new))
          .check(CLASSES);
    }
  }

  /** Whatever differs between solvers is asked of the solver. */
  @Test
  void nobodyElseNamesASolver() {
    for (String solver : List.of("MU", "HALS", "BPP")) {
      noClasses()
          .that()
          .resideOutsideOfPackage("..sparknmf.solver.method..")
          .should()
          .accessField(Methods.class, solver)
          .check(CLASSES);
    }
  }

  /** A loss need not be a beta-divergence. */
  @Test
  void nobodyElseAsksForABeta() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..sparknmf.solver.divergence..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(BetaDivergence.class)
        .orShould()
        .callMethod(Objective.class, "ofBeta", double.class)
        .check(CLASSES);
  }

  @Test
  void mathKnowsNeitherSparkNorHadoopNorScala() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..sparknmf.linalg..",
            "..sparknmf.solver..",
            "..sparknmf.report..",
            "..sparknmf.text..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(CLASSES);
  }

  /** A word becomes a constant in one place, where the words that are allowed are listed, too. */
  @Test
  void onlyTheCatalogueReadsConstants() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..sparknmf.fit.setting..")
        .should()
        .callMethodWhere(
            describe(
                "a constant is read from its name by another than its own class",
                call ->
                    call.getName().equals("valueOf")
                        && call.getTargetOwner().isAssignableTo(Enum.class)
                        && !call.getOriginOwner().isEnum()
                        && !outermost(call.getOriginOwner())
                            .equals(outermost(call.getTargetOwner()))))
        .check(CLASSES);
  }

  private static JavaClass outermost(JavaClass one) {
    return one.getEnclosingClass().map(ArchitectureTest::outermost).orElse(one);
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

  /** A report is drawn again where there is no time for a session. */
  @Test
  void theReportNeedsNoSession() {
    noClasses()
        .that()
        .resideInAPackage("..sparknmf.app.report..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
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
            List.of(
                    "linalg", "solver", "engine", "fit", "frame", "ml", "io", "select", "report",
                    "text", "app")
                .stream()
                .map(room -> "org.sparknmf." + room + "..")
                .toArray(String[]::new))
        .check(CLASSES);
    assertThat(CLASSES.stream().map(JavaClass::getSimpleName)).noneMatch(n -> n.endsWith("Utils"));
  }

  /** All but the rule that seeks singular vectors, whose entries have any sign. */
  @Test
  void everyRuleInheritsItsContract() {
    List<JavaClass> rules =
        CLASSES.stream()
            .filter(c -> !c.isInterface() && c.isAssignableTo(UpdateRule.class))
            .filter(c -> !c.isEquivalentTo(SubspaceIteration.class))
            .toList();
    assertThat(rules).isNotEmpty();
    for (JavaClass rule : rules) {
      requireContract(rule.getName() + "Test", "org.sparknmf.solver.update.UpdateRuleContract");
    }
  }

  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void everyPlanInheritsItsContract(PlanKind kind) {
    String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    requireContract(
        "org.sparknmf.engine." + name + "PlanIT", "org.sparknmf.engine.NmfEngineContract");
  }

  private static void requireContract(String test, String contract) {
    assertThat(WITH_TESTS.get(test).isAssignableTo(contract))
        .as("%s extends %s", test, contract)
        .isTrue();
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
