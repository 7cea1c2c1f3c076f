package org.sparknmf.app.select;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.EarlierFit;
import org.sparknmf.app.run.ManifestBuilder;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.run.Phases;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.run.Resumption;
import org.sparknmf.app.run.RunIdentity;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SelectSettings;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.io.publish.IfExists;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.ReportJson;
import org.sparknmf.report.Selection;
import org.sparknmf.report.page.ReportData;
import org.sparknmf.report.page.ReportPage;
import org.sparknmf.select.RankSelection;
import org.sparknmf.select.SelectionSavepoint;
import org.sparknmf.select.SelectionSavepoints;
import org.sparknmf.select.SelectionSettings;

/** Reads X, tries the ranks and writes what came out into a run's staging directory. */
final class SelectJob {
  static final String RANKS = "ranks";
  static final String SELECTION = "selection.json";

  private final Command command;
  private final CommandContext context;
  private final SparkSession spark;
  private final JavaSparkContext sparkContext;
  private final Phases phases = new Phases();

  SelectJob(Command command, CommandContext context, SparkSession spark) {
    this.command = command;
    this.context = context;
    this.spark = spark;
    this.sparkContext = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /** Runs to the point where the result only needs to be published. */
  Optional<Selection> run(OutputDirectory output, String runId) {
    Instant started = Instant.now();
    SelectionSettings wanted = SelectSettings.of(context.settings());
    try (SparkScope scope = new SparkScope(sparkContext)) {
      MatrixInput input =
          phases.time("read", () -> MatrixInput.read(spark, reading(wanted.largest()), scope));
      FactorStore store = new FactorStore(scope, output.checkpointPath());
      double seconds = context.settings().get(Catalogue.MAX_RUNTIME);
      Map<String, String> identity =
          RunIdentity.of(context.settings(), SelectRankCommand.DECISIVE, input.matrix().x());
      SelectionSavepoints savepoints = savepoints(output, store, identity);
      if (isThere(output, savepoints, identity)) {
        return Optional.empty();
      }
      SelectionReport report = new SelectionReport(context, seconds);
      RankSelection selection =
          new RankSelection(
              input.matrix().x(),
              input.matrix().keys(scope),
              wanted,
              store,
              scope,
              report,
              savepoints);
      RankSelection.Outcome outcome =
          phases.time("select", () -> context.interruption().during(selection::run));
      if (savepoints.isCutShort()) {
        // Who gives it more time may go on.
        output.keepCheckpoint();
      }
      Selection found = SelectionTable.of(outcome, wanted.restarts());
      phases.time("write", () -> writeTable(output, found));
      write(output, manifest(runId, started, input, identity, found, warnings(outcome)), found);
      return Optional.of(found);
    }
  }

  /** Goes on from what an interrupted run of the same data and settings has saved. */
  private SelectionSavepoints savepoints(
      OutputDirectory output, FactorStore store, Map<String, String> identity) {
    SelectionSavepoints savepoints =
        new SelectionSavepoints(
            store, sparkContext.hadoopConfiguration(), context.interruption().stop(), identity);
    new Resumption(
            context.console(),
            context.settings().get(OutputSettings.IF_EXISTS),
            output.outputPath())
        .prepare(
            savepoints,
            there -> RunIdentity.differences(identity, there.identity()),
            SelectJob::progress);
    return savepoints;
  }

  /** Whether the result that lies there is what this run would come to, and is to be kept. */
  private boolean isThere(
      OutputDirectory output, SelectionSavepoints savepoints, Map<String, String> identity) {
    return context.settings().get(OutputSettings.IF_EXISTS) == IfExists.RESUME
        && savepoints.resumed().isEmpty()
        && new EarlierFit(spark, output.outputPath()).isOf(identity, context.settings(), List.of());
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
    return context
        .settings()
        .with(Catalogue.RANK, String.valueOf(rank), origin)
        .with(Catalogue.ORIENTATION, "rows", origin);
  }

  private static List<String> warnings(RankSelection.Outcome outcome) {
    return outcome.isComplete()
        ? List.of()
        : List.of(
            "the time given was over before all fits had settled; raise --max-runtime, or go on by"
                + " --if-exists resume");
  }

  private Selection writeTable(OutputDirectory output, Selection found) {
    new ResultDirectory(spark, output.stagingPath())
        .writeTable(RANKS, SelectionTable.frame(spark, found));
    return found;
  }

  private Manifest manifest(
      String runId,
      Instant started,
      MatrixInput input,
      Map<String, String> identity,
      Selection found,
      List<String> warnings) {
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("reason", found.reason());
    outcome.put("heldOutShare", found.heldOutShare());
    outcome.put("restarts", found.restarts());
    ManifestBuilder builder = new ManifestBuilder(command.name(), context.settings(), started);
    return builder
        .build(runId, command.settings(), outcome, phases.seconds(), warnings)
        .recommending(found.recommendedRank(), builder.input(input), identity);
  }

  private static void write(OutputDirectory output, Manifest manifest, Selection found) {
    output.writeText(ResultWriter.MANIFEST, ReportJson.document(manifest));
    output.writeText(SELECTION, ReportJson.document(found));
    output.writeText(
        ResultWriter.REPORT, ReportPage.of(ReportData.ofSelection(manifest, found)).html());
  }
}
