package org.sparknmf.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.EarlyFailure;
import org.sparknmf.app.run.PublishedRun;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.ModelSettings;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.io.publish.OutputDirectory;

/** A command that makes something of a model and publishes it. */
abstract class ModelCommand extends Command {

  /** Whether a command reads data. */
  enum Input {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  private final String leaves;
  private final Input input;

  /**
   * A command.
   *
   * @param leaves what lies in the output, for people
   * @param own settings beside those of the model, the input and the output
   */
  ModelCommand(String name, String description, String leaves, Input input, Setting<?>... own) {
    super(name, description, settings(input, own));
    this.leaves = leaves;
    this.input = input;
  }

  private static List<Setting<?>> settings(Input input, Setting<?>... own) {
    List<Setting<?>> all = new ArrayList<>(List.of(ModelSettings.MODEL));
    all.addAll(List.of(own));
    all.addAll(List.of(OutputSettings.OUTPUT, OutputSettings.IF_EXISTS));
    all.addAll(OutputSettings.OF_A_RUN);
    if (input != Input.NONE) {
      all.addAll(InputOptions.SETTINGS);
    }
    return all;
  }

  /** Does the work but for the manifest. */
  abstract void work(ModelJob job, OutputDirectory output);

  /** Refuses what is not given, before Spark starts. */
  final void requireSettings(ResolvedSettings settings) {
    settings.get(ModelSettings.MODEL);
    if (input == Input.REQUIRED) {
      InputOptions.requireOne(settings);
    }
  }

  @Override
  public void run(CommandContext context) {
    EarlyFailure.during(
        context,
        () -> {
          requireSettings(context.settings());
          context.settings().get(OutputSettings.OUTPUT);
        });
    new PublishedRun(name(), context)
        .run(
            (spark, output, runId) -> {
              ModelJob job = new ModelJob(this, context, spark);
              work(job, output);
              job.writeManifest(output, runId);
              return Optional.of(job);
            })
        .ifPresent(done -> done.printPublished(leaves));
  }
}
