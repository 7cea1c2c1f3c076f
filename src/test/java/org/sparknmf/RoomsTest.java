package org.sparknmf;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.ml.NMFModel;
import org.sparknmf.text.Json;

/** The order of rooms within a room, and the names and numbers of classes in them. */
class RoomsTest {
  private static final long MOST_CLASSES = 30;
  private static final String COMMANDS = "bench doctor fit model plan report select shell";
  private static final JavaClasses CLASSES = ArchitectureTest.CLASSES;

  @Test
  void noCycleAtAnyDepth() {
    slices().matching("org.sparknmf.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** Each room uses those before it; the outer room, which comes last, uses all of them. */
  @ParameterizedTest
  @CsvSource({
    "engine,  spark matrix factor plan savepoint sums inspect joint shuffle",
    "io.read, text files asked format lines documents delimited libsvm mtx gct table json",
    "app,     check settings failure terminal command session run " + COMMANDS
  })
  void roomsOfARoomStandInOrder(String outer, String inner) {
    List<String> rooms =
        Stream.concat(Stream.of(inner.split(" ", -1)).map(room -> "." + room), Stream.of(""))
            .map(room -> "org.sparknmf." + outer + room)
            .toList();
    assertThat(packages().filter(name -> name.startsWith("org.sparknmf." + outer)))
        .containsExactlyInAnyOrderElementsOf(rooms);
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

  private static Stream<String> packages() {
    return CLASSES.stream().map(JavaClass::getPackageName).distinct();
  }

  @Test
  void noCommandUsesTheRoomOfAnother() {
    for (String room : COMMANDS.split(" ", -1)) {
      noClasses()
          .that()
          .resideInAPackage("org.sparknmf.app." + room)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Stream.of(COMMANDS.split(" ", -1))
                  .filter(other -> !other.equals(room))
                  .map(other -> "org.sparknmf.app." + other)
                  .toArray(String[]::new))
          .check(CLASSES);
    }
  }

  @Test
  void thereIsOneJsonMapper() {
    noClasses()
        .that(not(equivalentTo(Json.class)))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectMapper.class)
        .check(CLASSES);
  }

  /** Sources that a program makes stand elsewhere. */
  @Test
  void packagesStaySmall() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      Map<Path, Long> sizes =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
      assertThat(sizes)
          .allSatisfy((room, size) -> assertThat(size).isLessThanOrEqualTo(MOST_CLASSES));
    }
  }

  @Test
  void oneNameIsOneClass() {
    List<String> outer =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("package-info"))
            .toList();
    assertThat(outer).doesNotHaveDuplicates();
    Stream<String> inner =
        CLASSES.stream().filter(JavaClass::isMemberClass).map(JavaClass::getSimpleName);
    assertThat(inner).doesNotContainAnyElementsOf(outer);
  }

  /** Former names are for Spark's readers alone, and only of stages that there are. */
  @Test
  void formerNamesAreOfStages() {
    JavaClasses former =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.sparknmf");
    classes()
        .that()
        .haveSimpleNameNotContaining("package-info")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.apache.spark.ml..", "org.sparknmf.ml")
        .check(former);
    assertThat(former.stream().map(one -> "org." + one.getName().substring("io.github.".length())))
        .contains(NMFModel.class.getName())
        .allMatch(name -> name.endsWith("package-info") || CLASSES.contain(name));
    noClasses().should().dependOnClassesThat().resideInAPackage("io.github..").check(CLASSES);
  }
}
