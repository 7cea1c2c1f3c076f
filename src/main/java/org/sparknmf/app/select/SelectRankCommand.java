package org.sparknmf.app.select;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.EarlyFailure;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.run.PublishedRun;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.SelectSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;

/** {@code select-rank}: tries a range of ranks and recommends one. */
public final class SelectRankCommand extends Command {
  private static final List<Setting<?>> OWN =
      List.of(
          Catalogue.EMPTY_CELLS,
          SourceSettings.WEIGHT_COLUMN,
          Catalogue.RANKS,
          Catalogue.RESTARTS,
          Catalogue.HELD_OUT_SHARE,
          SelectSettings.SEARCH,
          Catalogue.WARM_START,
          Catalogue.LOSS,
          Catalogue.SOLVER,
          Catalogue.ALPHA_W,
          Catalogue.ALPHA_H,
          Catalogue.L1_RATIO,
          Catalogue.PENALTY_SCALE,
          Catalogue.PENALTY_UPDATE,
          Catalogue.SEED,
          Catalogue.MAX_ITERATIONS,
          Catalogue.TOLERANCE,
          Catalogue.MAX_RUNTIME,
          Catalogue.INNER_UPDATES,
          SourceSettings.WEIGHTING,
          Catalogue.PARTITIONS,
          OutputSettings.OUTPUT,
          OutputSettings.IF_EXISTS);

  /** Settings of this command that have no effect on the figures. */
  private static final Set<Setting<?>> INDECISIVE =
      Set.of(
          SourceSettings.WEIGHT_COLUMN,
          Catalogue.MAX_RUNTIME,
          Catalogue.PARTITIONS,
          OutputSettings.OUTPUT,
          OutputSettings.IF_EXISTS);

  /** The settings that the figures follow from, beside the data. */
  static final List<Setting<?>> DECISIVE =
      OWN.stream().filter(one -> !INDECISIVE.contains(one)).toList();

  public SelectRankCommand() {
    super(
        "select-rank",
        "Try a range of ranks: error on held-out cells, stability over restarts, a recommendation"
            + " and why.",
        Stream.of(InputOptions.SETTINGS, OWN, OutputSettings.OF_A_RUN)
            .flatMap(List::stream)
            .toList());
  }

  /** Comparing restarts needs some. */
  @Override
  public Map<Setting<?>, String> defaults() {
    return Catalogue.WHERE_RANKS_ARE_TRIED;
  }

  @Override
  public void run(CommandContext context) {
    EarlyFailure.during(
        context,
        () -> {
          context.settings().get(OutputSettings.OUTPUT);
          MatrixInput.requireConsistent(context.settings());
          SelectSettings.of(context.settings());
        });
    new PublishedRun(name(), context)
        .run((spark, output, runId) -> new SelectJob(this, context, spark).run(output, runId))
        .ifPresent(found -> new SelectionPrinter(context).print(found));
  }
}
