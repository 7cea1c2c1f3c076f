package io.github.sparknmf.app;

import io.github.sparknmf.frame.Numbering;
import io.github.sparknmf.io.publish.OutputDirectory;
import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.ml.NMFModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * {@code recommend}: the columns with the largest fitted values for each row, or rows for columns.
 */
final class RecommendCommand implements Command {
  private static final String RECOMMENDATIONS = "recommendations";

  @Override
  public String name() {
    return "recommend";
  }

  @Override
  public String description() {
    return "Find the best columns for each row of a model, without the cells of the input.";
  }

  @Override
  public List<Setting<?>> settings() {
    return Stream.concat(
            Stream.of(
                ModelSettings.MODEL,
                ModelSettings.FOR,
                Settings.TOP,
                Settings.OUTPUT,
                Settings.IF_EXISTS),
            InputOptions.SETTINGS.stream())
        .toList();
  }

  @Override
  public void run(CommandContext context) {
    context.settings().get(ModelSettings.MODEL);
    context.settings().get(Settings.OUTPUT);
    try (SparkRun run = SparkSessions.open(name(), context)) {
      ModelJob job = new ModelJob(this, context, run.session());
      new PublishedRun(context, run.session())
          .run((output, runId) -> recommend(job, output, runId))
          .ifPresent(done -> done.printPublished(RECOMMENDATIONS + "/ manifest.json"));
    }
  }

  private static ModelJob recommend(ModelJob job, OutputDirectory output, String runId) {
    NMFModel model = job.model();
    if (!InputOptions.areGiven(job.settings())) {
      job.warn(
          "no input is given: cells that are known are recommended, too; give --input to leave them out");
      write(job, output, best(job, model, Optional.empty()));
      job.manifest(output, runId);
      return job;
    }
    EmptyCells emptyCells = EmptyCells.valueOf(model.getEmptyCells().toUpperCase(Locale.ROOT));
    ModelInput input = ModelInput.open(job.spark(), job.settings(), model, emptyCells);
    Dataset<Row> seen = ModelPairs.of(input, model).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      job.came("cellsLeftOut", job.phases().time("read", () -> input.explaining(seen::count)));
      write(job, output, best(job, model, Optional.of(seen)));
      job.manifest(output, runId);
      return job;
    } finally {
      seen.unpersist();
    }
  }

  private static Dataset<Row> best(ModelJob job, NMFModel model, Optional<Dataset<Row>> seen) {
    int top = job.settings().get(Settings.TOP);
    if (job.settings().get(ModelSettings.FOR).equals("columns")) {
      return seen.map(pairs -> model.recommendForAllColumns(top, pairs))
          .orElseGet(() -> model.recommendForAllColumns(top));
    }
    return seen.map(pairs -> model.recommendForAllRows(top, pairs))
        .orElseGet(() -> model.recommendForAllRows(top));
  }

  private static void write(ModelJob job, OutputDirectory output, Dataset<Row> best) {
    job.write(output, RECOMMENDATIONS, best.sort(Numbering.ID));
  }
}
