package io.github.sparknmf.app;

import io.github.sparknmf.frame.Numbering;
import io.github.sparknmf.io.publish.OutputDirectory;
import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.ml.NMFModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** {@code transform}: the weights of new rows. */
final class TransformCommand implements Command {

  @Override
  public String name() {
    return "transform";
  }

  @Override
  public String description() {
    return "Find the weights of new rows: the best fit of each with the H of a model.";
  }

  @Override
  public List<Setting<?>> settings() {
    return Stream.concat(
            Stream.of(ModelSettings.MODEL, Settings.OUTPUT, Settings.IF_EXISTS),
            InputOptions.SETTINGS.stream())
        .toList();
  }

  @Override
  public void run(CommandContext context) {
    context.settings().get(ModelSettings.MODEL);
    InputOptions.requireOne(context.settings());
    context.settings().get(Settings.OUTPUT);
    try (SparkRun run = SparkSessions.open(name(), context)) {
      ModelJob job = new ModelJob(this, context, run.session());
      new PublishedRun(context, run.session())
          .run((output, runId) -> transform(job, output, runId))
          .ifPresent(done -> done.printPublished("W/ manifest.json"));
    }
  }

  private static ModelJob transform(ModelJob job, OutputDirectory output, String runId) {
    NMFModel model = job.model();
    EmptyCells emptyCells = EmptyCells.valueOf(model.getEmptyCells().toUpperCase(Locale.ROOT));
    ModelInput input =
        job.phases()
            .time("read", () -> ModelInput.open(job.spark(), job.settings(), model, emptyCells));
    long unknown =
        job.phases().time("read", () -> input.explaining(() -> input.rows().unknownColumns()));
    Dataset<Row> weights = model.weightsOf(input.rows()).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      job.came("rows", job.phases().time("transform", () -> input.explaining(weights::count)));
      job.came("unknownColumns", unknown);
      if (unknown > 0) {
        job.warn(
            String.format(
                Locale.ROOT,
                "%,d columns of the input are none of the model's: their cells were left out",
                unknown));
      }
      job.write(output, ResultWriter.W, weights.sort(Numbering.ID));
      job.manifest(output, runId);
      return job;
    } finally {
      weights.unpersist();
    }
  }
}
