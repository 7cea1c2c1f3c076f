package org.sparknmf.app.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.EarlyFailure;
import org.sparknmf.app.run.PublishedRun;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.RunSettings;
import org.sparknmf.app.settings.SelectSettings;
import org.sparknmf.app.settings.Setting;
import org.sparknmf.app.settings.Settings;

/** {@code select-rank}: tries a range of ranks and recommends one. */
public final class SelectRankCommand extends Command {
  private static final List<Setting<?>> OWN =
      List.of(
          Settings.EMPTY_CELLS,
          Settings.WEIGHT_COLUMN,
          SelectSettings.RANKS,
          Settings.RESTARTS,
          SelectSettings.HELD_OUT_SHARE,
          SelectSettings.SEARCH,
          SelectSettings.WARM_START,
          Settings.LOSS,
          Settings.SOLVER,
          Settings.ALPHA_W,
          Settings.ALPHA_H,
          Settings.L1_RATIO,
          Settings.PENALTY_UPDATE,
          Settings.SEED,
          Settings.MAX_ITERATIONS,
          Settings.TOLERANCE,
          Settings.MAX_RUNTIME,
          Settings.INNER_UPDATES,
          Settings.WEIGHTING,
          Settings.PARTITIONS,
          Settings.OUTPUT,
          Settings.IF_EXISTS);

  /** Those of them that the figures do not follow from. */
  private static final Set<Setting<?>> INDECISIVE =
      Set.of(
          Settings.WEIGHT_COLUMN,
          Settings.MAX_RUNTIME,
          Settings.PARTITIONS,
          Settings.OUTPUT,
          Settings.IF_EXISTS);

  /** The settings that the figures follow from, beside the data. */
  static final List<Setting<?>> DECISIVE =
      OWN.stream().filter(one -> !INDECISIVE.contains(one)).toList();

  public SelectRankCommand() {
    super(
        "select-rank",
        "Try a range of ranks: error on held-out cells, stability over restarts, a recommendation"
            + " and why.");
  }

  @Override
  public List<Setting<?>> settings() {
    List<Setting<?>> all = new ArrayList<>(InputOptions.SETTINGS);
    all.addAll(OWN);
    all.addAll(RunSettings.ALL);
    return all;
  }

  /** Comparing restarts needs some, and coordinate descent is there sooner. */
  @Override
  public Map<Setting<?>, String> defaults() {
    return Map.of(Settings.RESTARTS, "5", Settings.SOLVER, "hals", Settings.MAX_ITERATIONS, "100");
  }

  @Override
  public void run(CommandContext context) {
    EarlyFailure.during(
        context,
        () -> {
          InputOptions.requireOne(context.settings());
          context.settings().get(Settings.OUTPUT);
          SelectSettings.of(context.settings());
        });
    try (SparkRun run = SparkSessions.open(name(), context)) {
      SelectJob job = new SelectJob(this, context, run.session());
      new PublishedRun(context, run.session())
          .run(job::run)
          .ifPresent(found -> new SelectionPrinter(context).print(found));
    }
  }
}
