package io.github.sparknmf.app;

import io.github.sparknmf.io.publish.OutputException;
import io.github.sparknmf.io.publish.RunStatus;
import io.github.sparknmf.io.publish.StatusFile;
import java.time.Instant;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;

/**
 * The status of a run that ends before it has a Spark session. It matters where the driver is on
 * the cluster and its exit code is lost; elsewhere the exit code says it all.
 */
final class EarlyFailure {
  private static final String DEPLOY_MODE = "spark.submit.deployMode";
  private static final String HADOOP = "spark.hadoop.";

  private EarlyFailure() {}

  /** Makes checks; what they throw is in the status file before it goes on its way. */
  static void during(CommandContext context, Runnable checks) {
    try {
      checks.run();
    } catch (RuntimeException e) {
      if ("cluster".equals(System.getProperty(DEPLOY_MODE))) {
        context.settings().find(Settings.OUTPUT).ifPresent(output -> tell(context, output, e));
      }
      throw e;
    }
  }

  private static void tell(CommandContext context, String output, RuntimeException thrown) {
    String runId =
        context.settings().find(RunSettings.RUN_ID).orElseGet(() -> UUID.randomUUID().toString());
    try {
      StatusFile.beside(hadoop(), output)
          .write(PublishedRun.failed(RunStatus.running(runId, Instant.now()), Failure.of(thrown)));
    } catch (OutputException e) {
      context.console().warn(e.getMessage());
    }
  }

  /** What spark-submit was told of Hadoop, beside Hadoop's own files. */
  static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    System.getProperties()
        .forEach(
            (key, value) -> {
              if (key instanceof String name && name.startsWith(HADOOP)) {
                hadoop.set(name.substring(HADOOP.length()), String.valueOf(value));
              }
            });
    return hadoop;
  }
}
