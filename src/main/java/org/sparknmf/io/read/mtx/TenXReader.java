package org.sparknmf.io.read.mtx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.SimilarNames;
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
    Optional<String> type = input.rules().featureType();
    return new MatrixSource(
        InputFormat.TEN_X,
        reader.describe(source, type),
        reader.shown(),
        type.map(wanted -> reader.only(wanted, source.frame(), input)).orElse(source.frame()),
        source.rejected());
  }

  private MatrixFrame only(String type, MatrixFrame frame, InputSettings input) {
    if (!features.types().containsKey(type)) {
      throw new InvalidSettingException(
          "--feature-type %s is none of the types in %s, which are %s: correct it, or leave it out%s"
              .formatted(
                  LineText.excerpt(type),
                  Places.show(parts.features()),
                  features.types().isEmpty() ? "none" : mixture(),
                  SimilarNames.hint(type, List.copyOf(features.types().keySet()))));
    }
    return TenXSelection.of(features, type)
        .of(frame, input.transposed() ? MatrixFrame.ROW : MatrixFrame.COLUMN, place());
  }

  private String place() {
    return Places.show(parts.matrix());
  }

  private String mixture() {
    return features.types().entrySet().stream()
        .map(type -> type.getValue() + " " + type.getKey())
        .collect(Collectors.joining(", "));
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
  private String describe(MatrixSource matrix, Optional<String> type) {
    String known = features.types().size() < 2 ? "" : "; " + mixture();
    String choice =
        type.map(only -> "; only " + only + " used")
            .orElse(known.isEmpty() ? "" : "; all are used, --feature-type takes one");
    return "10x, barcodes x features, from " + matrix.description() + known + choice;
  }
}
