package org.sparknmf.io.read.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.TableSource;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

/** Finds the tables that Spark knows, and says what is wrong in the terms of the command line. */
final class TableLoader {
  /** Declares what Spark, written in Scala, throws undeclared. */
  @FunctionalInterface
  private interface Loading {
    Dataset<Row> run() throws AnalysisException, SparkException, ClassNotFoundException;
  }

  private TableLoader() {}

  /** Resolves the table; no data is read but what its source reads to know its columns. */
  static SourceTable load(SparkSession spark, TableSource source, IdType ids) {
    Dataset<Row> data = PartitionText.during(spark, ids, () -> data(spark, source));
    if (data.columns().length == 0) {
      throw new InvalidSettingException(
          "%s has no columns; give a table or a query that has some"
              .formatted(LineText.excerpt(source.words())));
    }
    return new SourceTable(
        data, source.place(), source.kind(), false, false, files(data), Map.of());
  }

  private static Dataset<Row> data(SparkSession spark, TableSource source) {
    if (source instanceof TableSource.Named named) {
      return named(spark, named.name());
    }
    return source instanceof TableSource.Query query
        ? query(spark, query.sql())
        : installed(spark, (TableSource.Installed) source);
  }

  private static Dataset<Row> named(SparkSession spark, String name) {
    try {
      return run(() -> spark.table(name));
    } catch (AnalysisException e) {
      if (isSyntax(e)) {
        throw new InvalidSettingException(
            "--table must be the name of a table, got %s; write it as catalog.database.table, with"
                    .formatted(LineText.excerpt(name))
                + " backquotes around names with special characters",
            e);
      }
      throw new InputUnreadableException(
          "table %s is not there (%s); correct --table, or configure its catalog after --spark"
              .formatted(LineText.excerpt(name), ReadFailures.message(e)),
          e);
    }
  }

  private static Dataset<Row> query(SparkSession spark, String sql) {
    try {
      return run(() -> spark.sql(sql));
    } catch (AnalysisException e) {
      String what = LineText.excerpt(sql) + " (" + ReadFailures.message(e) + ")";
      if (isMissing(e)) {
        throw new InputUnreadableException(
            "--sql reads what is not there: "
                + what
                + "; correct the name, or configure its catalog after --spark",
            e);
      }
      throw new InvalidSettingException(
          "--sql must be a query that Spark understands, got " + what + "; correct it", e);
    }
  }

  private static Dataset<Row> installed(SparkSession spark, TableSource.Installed source) {
    try {
      return run(
          () -> spark.read().format(source.format()).options(source.options()).load(source.path()));
    } catch (MissingSourceException e) {
      throw new InvalidSettingException(missing(spark, source.format()), e);
    } catch (AnalysisException e) {
      if (isNotInstalled(e)) {
        throw new InvalidSettingException(missing(spark, source.format()), e);
      }
      throw unreadable(source, e);
    } catch (InvalidSettingException | InvalidMatrixException e) {
      throw e;
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      // What sources say to a path or an option that they cannot take.
      throw unreadable(source, e);
    }
  }

  private static InputUnreadableException unreadable(TableSource.Installed source, Exception e) {
    return new InputUnreadableException(
        "%s cannot be read as %s (%s); check the path, --format-name and --format-option"
            .formatted(source.path(), source.format(), ReadFailures.message(e)),
        e);
  }

  private static final class MissingSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingSourceException(Throwable cause) {
      super(cause);
    }
  }

  private static Dataset<Row> run(Loading loading) throws AnalysisException {
    try {
      return loading.run();
    } catch (ClassNotFoundException e) {
      throw new MissingSourceException(e);
    } catch (SparkException e) {
      throw ReadFailures.explain(e, "the input");
    }
  }

  private static String missing(SparkSession spark, String format) {
    return "source %s is not installed in this Spark; add it after --spark: --packages %s"
        .formatted(
            LineText.excerpt(format),
            SourcePackages.of(spark)
                .of(format)
                .orElse("GROUP:ARTIFACT:VERSION of its makers, or --jars FILE"));
  }

  private static boolean isNotInstalled(AnalysisException e) {
    return ReadFailures.message(e).contains("Failed to find data source");
  }

  private static boolean isSyntax(AnalysisException e) {
    return Stream.of("PARSE_", "INVALID_IDENTIFIER", "INVALID_SQL")
        .anyMatch(prefix -> ReadFailures.hasCondition(e, prefix));
  }

  private static boolean isMissing(AnalysisException e) {
    return Stream.of("TABLE_OR_VIEW_NOT_FOUND", "SCHEMA_NOT_FOUND", "PATH_NOT_FOUND", "CATALOG_")
        .anyMatch(prefix -> ReadFailures.hasCondition(e, prefix));
  }

  /** The files behind a table, as far as Spark knows any. */
  private static List<String> files(Dataset<Row> data) {
    return Arrays.stream(data.inputFiles()).map(Places::showEncoded).sorted().toList();
  }
}
