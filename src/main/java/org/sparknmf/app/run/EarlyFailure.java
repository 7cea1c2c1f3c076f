package org.sparknmf.app.run;

import java.time.Instant;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.io.publish.OutputException;
import org.sparknmf.io.publish.RunStatus;
import org.sparknmf.io.publish.StatusFile;

/**
 * The status of a run that ends before it has a Spark session. It matters where the driver is on
 * the cluster and its exit code is lost; elsewhere the exit code says it all.
 */
public final class EarlyFailure {
  private static final String DEPLOY_MODE = "spark.submit.deployMode";

  private EarlyFailure() {}

  /** Makes checks; what they throw is in the status file before it goes on its way. */
  public static void during(CommandContext context, Runnable checks) {
    try {
      checks.run();
    } catch (RuntimeException e) {
      if ("cluster".equals(System.getProperty(DEPLOY_MODE))) {
        context
            .settings()
            .find(OutputSettings.OUTPUT)
            .ifPresent(output -> tell(context, output, e));
      }
      throw e;
    }
  }

  private static void tell(CommandContext context, String output, RuntimeException thrown) {
    String runId = OutputSettings.runId(context.settings());
    try {
      StatusFile.beside(HadoopProperties.configuration(), output)
          .write(PublishedRun.failed(RunStatus.running(runId, Instant.now()), Failure.of(thrown)));
    } catch (OutputException e) {
      context.console().warn(e.getMessage());
    }
  }
}
