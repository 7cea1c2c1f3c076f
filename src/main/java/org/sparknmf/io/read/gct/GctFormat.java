package org.sparknmf.io.read.gct;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.NotUsed;
import org.sparknmf.io.read.asked.SourceNotes;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

/** Files of GCT 1.2 and 1.3: a row of X for each gene, a column for each sample. */
public final class GctFormat extends MatrixFormat {

  /** The only one. */
  public GctFormat() {
    super("gct", InputFormat.GCT);
  }

  @Override
  public boolean fits(FileProbe probe) {
    List<String> lines = probe.isText() ? probe.firstLines() : List.of();
    boolean begins = !lines.isEmpty() && GctHead.begins(lines.get(0));
    return probe.asks(InputFormat.GCT) || (probe.asks(InputFormat.AUTO) && begins);
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    if (input.columns().any()) {
      throw new InvalidSettingException(
          "options that name columns, such as --value-column and --id-column, have no meaning for"
              + " gct, which has its own names; leave them out");
    }
    if (files.files().size() > 1) {
      throw new InvalidMatrixException(
          "%s and %d more files; a GCT matrix is one file: give its path"
              .formatted(files.shown().get(0), files.files().size() - 1));
    }
    GctHead head;
    try (DriverLines lines = files.lines(files.files().get(0))) {
      head = GctHead.read(lines);
    }
    TextRows rows =
        LineScan.of(spark, files, input.badRows()).read(new GctLines(head, input.emptyCells()), 0);
    long genes = rows.counted() - head.lines();
    if (genes != head.genes()) {
      throw Places.bad(
          files.shown().get(0),
          "%d lines of genes, but the second line promises %d; the file is truncated, or correct it"
              .formatted(genes, head.genes()));
    }
    SourceNotes notes =
        rows.notes(
            "gct, %d genes x %d samples%s"
                .formatted(genes, head.samples().size(), NotUsed.words(head.notUsed())),
            files.shown());
    long bad = notes.rejected().count();
    if (bad > 0 && bad == genes) {
      throw RejectedRows.nothingLeft(bad, notes.firstBadPlace().get().orElseThrow());
    }
    return notes.vectors(
        InputFormat.GCT,
        rows.rows(),
        IdType.STRING,
        input.labels().rowAxis(files, "the lines begin with names"),
        new Axis.Labelled(head.samples()),
        input);
  }
}
