package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server of Spark Connect walks through the service files of every jar: a class that it cannot
 * make stops all of its Spark ML.
 */
class ServiceFilesTest {
  private static final Path FILES = Path.of("src/main/resources/META-INF/services");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatAFileNamesCanBeMade(Path file) throws IOException, ReflectiveOperationException {
    Class<?> type = Class.forName(file.getFileName().toString());
    List<String> names = Files.readAllLines(file);
    List<? extends ServiceLoader.Provider<?>> ours =
        ServiceLoader.load(type).stream()
            .filter(provider -> names.contains(provider.type().getName()))
            .toList();
    assertThat(ours).extracting(one -> one.type().getName()).containsExactlyElementsOf(names);
    for (ServiceLoader.Provider<?> one : ours) {
      Object made = one.get();
      assertThat(((Identifiable) made).uid()).startsWith("nmf");
      Object named = one.type().getConstructor(String.class).newInstance("given");
      assertThat(((Identifiable) named).uid()).isEqualTo("given");
      assertThat(named).asString().contains("given");
    }
  }

  @Test
  void aModelThatIsOfNoFitHasParametersAndSaysWhatItLacks() {
    NMFModel model = new NMFModel("given");
    assertThat(model.getOutputCol()).isEqualTo(new NMF().getOutputCol());
    assertThat(model.copy(ParamMap.empty()).uid()).isEqualTo("given");
    assertThat(model.toString()).isEqualTo("NMFModel: uid=given, no factors");
    for (Runnable use :
        List.<Runnable>of(
            model::rank, model::summary, model::columnIds, () -> model.recommendForAllRows(1))) {
      assertThatThrownBy(use::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has no factors; take what NMF.fit() returns");
    }
  }
}
