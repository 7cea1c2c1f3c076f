package org.sparknmf.io.read.mtx;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.solver.InvalidSettingException;

/** Reads a directory of 10x Genomics: X has a row for each barcode, a column for each feature. */
public final class TenXReader implements MtxReader.Ids {
  private final InputFiles files;
  private final TenXFiles parts;
  private final TenXFeatures features;

  private TenXReader(InputFiles files, TenXFiles parts) {
    this.files = files;
    this.parts = parts;
    try (DriverLines lines = files.lines(parts.features())) {
      this.features = TenXFeatures.read(lines);
    }
  }

  public static MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    MtxReader.requireNoNames(input, "a directory of 10x");
    if (input.labels().any()) {
      throw new InvalidSettingException(
          "--row-labels and --column-labels have no meaning for 10x, which has barcodes and features"
              + " for ids; leave them out, or say --format mtx");
    }
    TenXReader reader = new TenXReader(files, TenXFiles.of(files));
    MatrixSource source =
        MtxReader.read(spark, files, turned(input), reader.parts.matrix(), reader);
    return new MatrixSource(
        InputFormat.TEN_X,
        reader.describe(source),
        reader.shown(),
        source.frame(),
        source.rejected());
  }

  /** The file has features x barcodes, the matrix barcodes x features. */
  private static InputSettings turned(InputSettings input) {
    return input.withOrientation(
        input.transposed() ? FileOrientation.AS_STORED : FileOrientation.TRANSPOSED);
  }

  @Override
  public Axis rows(MtxHeader header) {
    Labels.requireCount(
        Places.show(parts.features()), features.labels().size(), "feature", header.rows());
    return new Axis.Labelled(features.labels());
  }

  @Override
  public Axis columns(MtxHeader header) {
    try (DriverLines lines = files.lines(parts.barcodes())) {
      return new Axis.Labelled(Labels.read(lines, "barcode", header.columns()));
    }
  }

  private List<String> shown() {
    return List.of(
        Places.show(parts.matrix()), Places.show(parts.barcodes()), Places.show(parts.features()));
  }

  /** A mixture of types is worth a word: it is factorised as it is. */
  private String describe(MatrixSource matrix) {
    Map<String, Integer> types = features.types();
    String mixture =
        types.size() < 2
            ? ""
            : types.entrySet().stream()
                .map(type -> type.getValue() + " " + type.getKey())
                .collect(Collectors.joining(", ", "; ", ""));
    return "10x, barcodes x features, from " + matrix.description() + mixture;
  }
}
