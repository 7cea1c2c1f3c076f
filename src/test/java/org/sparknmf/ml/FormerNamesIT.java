package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.TestSpark;

/** What was saved while our package had its former name is loaded by its name of today. */
class FormerNamesIT {
  private final SparkSession spark = TestSpark.session();

  @TempDir Path directory;

  private Dataset<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      rows.add(RowFactory.create(Vectors.dense(i % 3, 1, i % 2, 2 * i)));
    }
    return spark.createDataFrame(rows, new StructType().add("features", SQLDataTypes.VectorType()));
  }

  /** A place with what was saved in it under the former names. */
  private String former(String name) throws IOException {
    Path place = directory.resolve(name);
    List<Path> files;
    try (Stream<Path> all = Files.walk(place)) {
      files = all.filter(Files::isRegularFile).filter(FormerNamesIT::isMetadata).toList();
    }
    for (Path file : files) {
      if (file.toString().endsWith(".crc")) {
        Files.delete(file);
      } else {
        String text = Files.readString(file);
        Files.writeString(file, text.replace("org.sparknmf.ml.", "io.github.sparknmf.ml."));
      }
    }
    return place.toString();
  }

  private static boolean isMetadata(Path file) {
    return file.getParent().endsWith("metadata");
  }

  @Test
  void pipelines() throws IOException {
    Pipeline pipeline =
        new Pipeline().setStages(new PipelineStage[] {new NMF().setK(2).setMaxIter(9)});
    PipelineModel model = pipeline.fit(rows());
    model.write().save(directory.resolve("model").toString());
    PipelineModel loaded = PipelineModel.load(former("model"));
    assertThat(loaded.stages()[0]).isInstanceOf(NMFModel.class);
    assertThat(loaded.transform(rows()).collectAsList())
        .isEqualTo(model.transform(rows()).collectAsList());

    PipelineStage[] stages = {new NMF().setK(3), new NMFRankSelector().setRanks(2, 5)};
    new Pipeline().setStages(stages).write().save(directory.resolve("stages").toString());
    PipelineStage[] again = Pipeline.load(former("stages")).getStages();
    assertThat(((NMF) again[0]).getK()).isEqualTo(3);
    assertThat(again[0].uid()).isEqualTo(stages[0].uid());
    NMFRankSelector selector = (NMFRankSelector) again[1];
    assertThat(selector.getOrDefault(selector.ranks())).containsExactly(2, 5);
  }

  @Test
  void singleStages() throws IOException {
    new NMF().setTol(0.5).write().save(directory.resolve("estimator").toString());
    assertThat(NMF.load(former("estimator")).getTol()).isEqualTo(0.5);
    new NMFRankSelector().write().save(directory.resolve("selector").toString());
    assertThat(NMFRankSelector.load(former("selector")).getRestarts()).isEqualTo(5);
    assertThatThrownBy(() -> NMF.load(directory.resolve("selector").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("io.github.sparknmf.ml.NMFRankSelector");
  }
}
