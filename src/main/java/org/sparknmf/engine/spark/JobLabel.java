package org.sparknmf.engine.spark;

import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Names Spark jobs, as the Spark UI shows them. */
public final class JobLabel {
  private static final String DESCRIPTION = "spark.job.description";

  private JobLabel() {}

  /** Runs work whose Spark jobs all bear the label. */
  public static <T> T during(JavaSparkContext context, String label, Supplier<T> work) {
    String before = context.getLocalProperty(DESCRIPTION);
    context.setLocalProperty(DESCRIPTION, "NMF: " + label);
    try {
      return work.get();
    } finally {
      context.setLocalProperty(DESCRIPTION, before);
    }
  }
}
