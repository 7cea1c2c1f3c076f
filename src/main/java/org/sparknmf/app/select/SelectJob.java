package org.sparknmf.app.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.Job;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.run.RatingScale;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.run.RunIdentity;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SelectSettings;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.Selection;
import org.sparknmf.report.page.ReportData;
import org.sparknmf.select.RankSelection;
import org.sparknmf.select.SelectionSavepoint;
import org.sparknmf.select.SelectionSavepoints;
import org.sparknmf.select.SelectionSettings;

/** Reads X, tries the ranks and writes what came out into a run's staging directory. */
final class SelectJob extends Job {
  private static final String RANKS = "ranks";

  SelectJob(Command command, CommandContext context, SparkSession spark) {
    super(command, context, spark);
  }

  /** Runs to the point where the result only needs to be published. */
  Optional<Selection> run(OutputDirectory output, String runId) {
    SelectionSettings wanted = SelectSettings.of(settings());
    try (SparkScope scope = new SparkScope(sparkContext())) {
      MatrixInput input =
          phases()
              .time(
                  "read",
                  () -> MatrixInput.read(spark(), reading(wanted.largest()), scope, phases()));
      RatingScale.warning(settings(), input.matrix().x())
          .ifPresent(words -> say("warning: " + words));
      FactorStore store = new FactorStore(scope, output.checkpointPath());
      double seconds = settings().get(Catalogue.MAX_RUNTIME);
      Map<String, String> identity =
          RunIdentity.of(settings(), SelectRankCommand.DECISIVE, input.matrix().x());
      SelectionSavepoints savepoints =
          new SelectionSavepoints(
              store,
              sparkContext().hadoopConfiguration(),
              context().interruption().stop(),
              identity);
      if (isThere(
          output,
          savepoints,
          identity,
          List.of(),
          there -> RunIdentity.differences(identity, there.identity()),
          SelectJob::progress)) {
        return Optional.empty();
      }
      SelectionReport report = new SelectionReport(context(), seconds);
      RankSelection selection =
          new RankSelection(
              input.matrix().x(),
              input.matrix().keys(scope),
              wanted,
              store,
              scope,
              report,
              savepoints);
      RankSelection.Outcome outcome = timeInterruptible("select", selection::run);
      if (savepoints.isCutShort()) {
        // Who gives it more time may go on.
        output.keepCheckpoint();
      }
      Selection found = SelectionTable.of(outcome, wanted.restarts());
      phases().time("write", () -> writeTable(output, found));
      Manifest.SelectionRecord told =
          new Manifest.SelectionRecord(
              input.told(settings()),
              identity,
              outcome(found, !savepoints.isCutShort()),
              found.recommendedRank());
      new ResultWriter(spark(), output)
          .writeTexts(
              ReportData.ofSelection(manifest(runId, told, warnings(input, outcome)), found));
      return Optional.of(found);
    }
  }

  private static String progress(SelectionSavepoint there) {
    String done = "%d fits".formatted(there.ended().size());
    return there.batch() == null
        ? done
        : "%s, and iteration %d of others".formatted(done, there.batch().pass());
  }

  /** X as the largest rank wants it, cut by rows: those have ids of which cells are held out. */
  private ResolvedSettings reading(int rank) {
    Origin origin = Origin.BUILT_IN;
    return settings()
        .with(Catalogue.RANK, String.valueOf(rank), origin)
        .with(Catalogue.ORIENTATION, "rows", origin);
  }

  private List<String> warnings(MatrixInput input, RankSelection.Outcome outcome) {
    List<String> all = new ArrayList<>();
    if (!outcome.isComplete()) {
      all.add(
          "the time given was over before all fits had settled; raise --max-runtime, or go on by"
              + " --if-exists resume");
    }
    RatingScale.warning(settings(), input.matrix().x()).ifPresent(all::add);
    return all;
  }

  private Selection writeTable(OutputDirectory output, Selection found) {
    new ResultDirectory(spark(), output.stagingPath())
        .writeRows(RANKS, SelectionTable.SCHEMA, SelectionTable.rows(found));
    return found;
  }

  private static Map<String, Object> outcome(Selection found, boolean isComplete) {
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("reason", found.reason());
    outcome.put("heldOutShare", found.heldOutShare());
    outcome.put("restarts", found.restarts());
    outcome.put("complete", isComplete);
    return outcome;
  }
}
