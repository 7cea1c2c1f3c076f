package org.sparknmf.app.check;

import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * The module of vector instructions, without which kernels give the same bits and take longer.
 * Spark 4 adds it to every JVM that it starts, Spark 3.5 to none.
 */
public final class VectorModule {
  public static final String NAME = "jdk.incubator.vector";
  public static final String OPTION = "--add-modules=" + NAME;

  private static final String EXECUTORS = "spark.executor.defaultJavaOptions";

  private VectorModule() {}

  /** Whether this JVM has it. */
  public static boolean isHere() {
    return ModuleLayer.boot().findModule(NAME).isPresent();
  }

  /** Has executors started with it where Spark does not see to that. */
  public static void giveExecutors(SparkConf conf) {
    giveExecutors(conf, JavaModuleOptions.defaultModuleOptions());
  }

  public static void giveExecutors(SparkConf conf, String optionsOfSpark) {
    if (!optionsOfSpark.contains(NAME)) {
      conf.setIfMissing(EXECUTORS, OPTION);
    }
  }
}
