package org.sparknmf.app.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.Job;
import org.sparknmf.app.run.LeftOut;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.terminal.Printable;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.ml.NMFModel;
import org.sparknmf.report.Manifest;
import org.sparknmf.text.Json;

/** What the commands that use a model have in common: the model, phases, the manifest. */
final class ModelJob extends Job {
  /** So many come to this JVM sooner than Spark plans a sort. */
  private static final long FEW_ROWS = 10_000;

  private final Map<String, Object> outcome = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private Optional<RejectedRows> rejected = Optional.empty();
  private List<String> shown = List.of();

  ModelJob(Command command, CommandContext context, SparkSession spark) {
    super(command, context, spark);
  }

  /** Loads the model that the settings name. */
  NMFModel model() {
    NMFModel model = phases().time("read", () -> ModelFiles.load(spark(), settings()));
    outcome.put("rank", model.rank());
    return model;
  }

  /** Notes what came out. */
  void came(String key, Object value) {
    outcome.put(key, value);
  }

  /** Notes what a reader should know, and says it. */
  void warn(String words) {
    warnings.add(words);
    say("warning: " + words);
  }

  /** Notes rows of the input that were left out, and says so; {@link #writeManifest} lists them. */
  void leftOut(RejectedRows rows) {
    rejected = Optional.of(rows);
    if (!rows.isEmpty()) {
      came("rejectedRows", rows.count());
    }
    LeftOut.warning(rows).ifPresent(this::warn);
  }

  /**
   * Writes a table in order of some fields into the result, and shows people how it begins;
   * programs are spared the pass over it. A short one is sorted and written in this JVM.
   *
   * @param table that is held
   * @param rows how many it has
   */
  void writeSorted(
      OutputDirectory output, String name, Dataset<Row> table, long rows, String... fields) {
    List<String> keys = List.of(fields);
    StructType schema = table.schema();
    if (rows > FEW_ROWS || !SortedRows.isKnown(schema, keys)) {
      Dataset<Row> inOrder = table.sort(keys.stream().map(functions::col).toArray(Column[]::new));
      write(output, name, inOrder);
      if (!context().json()) {
        shown = FirstRows.of(inOrder);
      }
      return;
    }
    phases()
        .run(
            "write",
            () -> {
              List<Row> inOrder = SortedRows.of(table.collectAsList(), schema, keys);
              new ResultDirectory(spark(), output.stagingPath()).writeRows(name, schema, inOrder);
              if (!context().json()) {
                shown = FirstRows.of(schema.fieldNames(), inOrder);
              }
            });
  }

  /** Writes a table into the result. */
  void write(OutputDirectory output, String name, Dataset<Row> table) {
    phases()
        .time(
            "write",
            () -> {
              new ResultDirectory(spark(), output.stagingPath()).writeTable(name, table);
              return name;
            });
  }

  /** Writes the manifest into the result, and what was left out. */
  void writeManifest(OutputDirectory output, String runId) {
    rejected.ifPresent(
        rows -> LeftOut.write(rows, new ResultDirectory(spark(), output.stagingPath())));
    output.writeText(
        ResultWriter.MANIFEST,
        Json.document(manifest(runId, new Manifest.ModelRecord(outcome), warnings)));
  }

  /** Prints the outcome: as JSON, or a line for each part of it. */
  void print() {
    if (context().json()) {
      context().out().print(Json.document(outcome));
      return;
    }
    outcome.forEach(this::print);
  }

  private void print(String key, Object value) {
    if (value instanceof List<?> items) {
      context().out().println(key);
      items.forEach(item -> context().out().println("  " + Printable.word(item)));
    } else {
      context().out().printf("%-20s %s%n", key, value);
    }
  }

  /** Prints the outcome and where the result lies. */
  void printPublished(String names) {
    print();
    shown.forEach(context().out()::println);
    if (!context().json()) {
      String more =
          rejected
              .filter(rows -> !rows.isEmpty())
              .map(rows -> " " + LeftOut.REJECTED + "/")
              .orElse("");
      context()
          .out()
          .println(
              "Published in "
                  + Printable.word(Redaction.text(settings().get(OutputSettings.OUTPUT)))
                  + ": "
                  + names
                  + more);
    }
  }
}
