package io.github.sparknmf.io.read;

import static org.apache.spark.sql.functions.col;

import io.github.sparknmf.frame.Axis;
import io.github.sparknmf.solver.InvalidMatrixException;
import java.net.URI;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Reads text files as documents, one each. The id is the file's name; where files lie in several
 * folders, its path from the folder that holds them all.
 */
final class DocumentFiles {
  private DocumentFiles() {}

  static Documents read(SparkSession spark, InputFiles files) {
    String folder = commonFolder(files.files());
    String place = files.shownRoots().get(0);
    Dataset<Row> whole =
        ReadFailures.explaining(
            place,
            () ->
                spark
                    .read()
                    .option("wholetext", true)
                    .option("recursiveFileLookup", true)
                    .option("ignoreCorruptFiles", false)
                    .option("ignoreMissingFiles", false)
                    .text(files.rootPatterns())
                    .select(col("value").cast("binary"), col("_metadata.file_path")));
    Dataset<Row> documents =
        whole.map(
            (MapFunction<Row, Row>) row -> document(row.getAs(0), row.getString(1), folder),
            Encoders.row(Documents.schema(IdType.STRING)));
    return new Documents(
        documents,
        IdType.STRING,
        new Axis.FromData(),
        place,
        "%d text files".formatted(files.files().size()),
        files.shown(),
        () -> firstBad(place, whole));
  }

  private static Row document(byte[] text, String file, String folder) {
    String id = new Path(URI.create(file)).toString().substring(folder.length());
    return RowFactory.create(id, decode(text, file).toLowerCase(Locale.ROOT));
  }

  private static String decode(byte[] text, String file) {
    try {
      return LineText.decode(text, 0, text.length);
    } catch (BadLineException e) {
      String place = Places.show(new Path(URI.create(file)));
      throw new InvalidMatrixException(place + ": " + e.getMessage(), e);
    }
  }

  private static Optional<InvalidMatrixException> firstBad(String place, Dataset<Row> whole) {
    Dataset<String> bad =
        whole.flatMap(
            (FlatMapFunction<Row, String>) row -> problem(row.getAs(0), row.getString(1)),
            Encoders.STRING());
    List<String> first =
        ReadFailures.explaining(place, () -> bad.orderBy("value").limit(1).collectAsList());
    return first.stream().findFirst().map(InvalidMatrixException::new);
  }

  /** The message about a file, if there is something wrong; it begins with the path. */
  private static Iterator<String> problem(byte[] text, String file) {
    try {
      decode(text, file);
      return Collections.emptyIterator();
    } catch (InvalidMatrixException e) {
      return List.of(e.getMessage()).iterator();
    }
  }

  /** The path of the deepest folder that holds all files, with a slash at its end. */
  static String commonFolder(List<Path> files) {
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
