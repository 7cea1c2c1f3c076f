package org.sparknmf.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.engine.spark.SparkScope;

/**
 * Times the way of the input into blocks, beside Spark's counting of the lines of a file.
 *
 * @param settings with an input
 * @param lines a text file to count the lines of
 */
record BenchRead(ResolvedSettings settings, String lines) {
  Map<String, Object> run(SparkSession spark) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    long[] cells = {0};
    double read =
        Repeated.median(
            () -> {
              try (SparkScope scope = new SparkScope(context)) {
                cells[0] = MatrixInput.read(spark, settings, scope).matrix().x().entries();
              }
            });
    double counted = Repeated.median(() -> spark.read().text(lines).count());
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("work", "read");
    measured.put("cells", cells[0]);
    measured.put("secondsToRead", read);
    measured.put("secondsToCountLines", counted);
    measured.put("ratio", read / counted);
    return measured;
  }
}
