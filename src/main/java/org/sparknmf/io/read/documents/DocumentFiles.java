package org.sparknmf.io.read.documents;

import static org.apache.spark.sql.functions.col;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.SourceNotes;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Reads text files as documents, one each. The id is the file's name; where files lie in several
 * folders, its path from the folder that holds them all.
 */
public final class DocumentFiles extends MatrixFormat {

  /** The only one. */
  public DocumentFiles() {
    super("text", InputFormat.TEXT);
  }

  @Override
  public boolean fits(FileProbe probe) {
    // A file of that name is a table, with a column of texts.
    return probe.isText() && probe.asks(InputFormat.TEXT) && !probe.isNamed(".csv", ".tsv", ".tab");
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    if (input.columns().text().isPresent()) {
      throw new InvalidSettingException(
          "--text-column has no meaning for text files, each of which is a document; leave it out, or leave --format out if %s is a table"
              .formatted(files.shown().get(0)));
    }
    return documents(spark, files, input).counted(input);
  }

  private static Documents documents(SparkSession spark, InputFiles files, InputSettings input) {
    String folder = commonFolder(files.files());
    String place = files.shownRoots().get(0);
    Dataset<Row> whole =
        ReadFailures.explaining(
            place,
            () ->
                InputFiles.reader(spark)
                    .option("wholetext", true)
                    .option("recursiveFileLookup", true)
                    .text(files.rootPatterns())
                    .select(col("value").cast("binary"), col("_metadata.file_path")));
    BadRows badRows = input.badRows();
    Dataset<Row> used =
        badRows == BadRows.SKIP
            ? whole.filter((FilterFunction<Row>) row -> problem(row.getAs(0)) == null)
            : whole;
    Dataset<Row> documents =
        used.map(
            (MapFunction<Row, Row>) row -> document(row.getAs(0), row.getString(1), folder),
            Encoders.row(Documents.schema(IdType.STRING)));
    return new Documents(
        FrameRows.of(documents),
        IdType.STRING,
        new Axis.FromData(),
        place,
        new SourceNotes(
            "%d text files".formatted(files.files().size()),
            files.shown(),
            () -> firstBad(place, whole),
            rejected(place, whole, files.files().size(), badRows)));
  }

  private static Row document(byte[] text, String file, String folder) {
    String id = new Path(URI.create(file)).toString().substring(folder.length());
    try {
      String decoded = LineText.decode(text, 0, text.length);
      return RowFactory.create(id, decoded.toLowerCase(Locale.ROOT));
    } catch (BadLineException e) {
      throw Places.bad(Places.showEncoded(file), e.getMessage());
    }
  }

  /** What is wrong with a text, or null. */
  private static String problem(byte[] text) {
    try {
      LineText.decode(text, 0, text.length);
      return null;
    } catch (BadLineException e) {
      return e.getMessage();
    }
  }

  /** The files that are no text, by path. */
  private static Dataset<Row> bad(Dataset<Row> whole) {
    return whole
        .filter((FilterFunction<Row>) row -> problem(row.getAs(0)) != null)
        .map(
            (MapFunction<Row, Row>)
                row ->
                    RowFactory.create(
                        Places.showEncoded(row.getString(1)), null, null, problem(row.getAs(0))),
            Encoders.row(RejectedRows.SCHEMA))
        .orderBy(RejectedRows.FILE);
  }

  private static Optional<InvalidMatrixException> firstBad(String place, Dataset<Row> whole) {
    List<Row> first = ReadFailures.explaining(place, () -> bad(whole).limit(1).collectAsList());
    return first.stream().findFirst().map(row -> Places.bad(row.getString(0), row.getString(3)));
  }

  private static RejectedRows rejected(
      String place, Dataset<Row> whole, int files, BadRows badRows) {
    if (badRows == BadRows.FAIL) {
      return RejectedRows.none();
    }
    long count = ReadFailures.explaining(place, () -> bad(whole).count());
    if (count == files) {
      throw RejectedRows.nothingLeft(count, firstBad(place, whole).orElseThrow());
    }
    return RejectedRows.of(count, () -> bad(whole).limit((int) RejectedRows.MOST));
  }

  /** The path of the deepest folder that holds all files, with a slash at its end. */
  public static String commonFolder(List<Path> files) {
    String common = files.get(0).getParent().toString();
    for (Path file : files) {
      String path = file.toString();
      while (!path.startsWith(withSlash(common))) {
        common = new Path(common).getParent().toString();
      }
    }
    return withSlash(common);
  }

  private static String withSlash(String folder) {
    return folder.endsWith(Path.SEPARATOR) ? folder : folder + Path.SEPARATOR;
  }
}
