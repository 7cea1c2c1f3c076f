package org.sparknmf.app.session;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.check.DoctorChecks;
import org.sparknmf.app.check.OpenPackages;
import org.sparknmf.app.check.VectorModule;
import org.sparknmf.app.check.Versions;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Entrance;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.engine.NmfKryoRegistrator;
import org.sparknmf.io.read.table.ParquetSchemaRegistrator;
import scala.Option;

/** Opens Spark sessions: what the user gave to spark-submit stands, the rest is filled in. */
public final class SparkSessions {
  static final String REGISTRATORS =
      NmfKryoRegistrator.class.getName() + "," + ParquetSchemaRegistrator.class.getName();

  private static final String APP_NAME = "spark.app.name";

  private SparkSessions() {}

  /**
   * A session for a command, its log quiet unless asked for; tells its application id in one line.
   */
  public static SparkRun open(String command, CommandContext context) {
    StartCheck.of(
            DoctorChecks.spark(Versions.spark()),
            DoctorChecks.scala(Versions.scala(), Versions.scalaOfSpark()),
            DoctorChecks.openPackages(OpenPackages.closed()),
            DoctorChecks.vectorModule(VectorModule.isHere()))
        .run(context.console());
    return openUnchecked(command, context);
  }

  /** Opens a session whatever the versions of Spark and Java are. */
  public static SparkRun openUnchecked(String command, CommandContext context) {
    // Before it there is nothing to save or to break off; and the classes for it take their time.
    context.interruption().watchSignals();
    SparkConf given = new SparkConf();
    setLogLevel(given, context.verbose());
    SparkConf conf = configure(given, command);
    boolean ours = !isRunning();
    SparkSession session = RefusedStart.explaining(() -> start(conf));
    SparkContext spark = session.sparkContext();
    context.console().say(announcement(spark));
    return new SparkRun(session, ours);
  }

  private static SparkSession start(SparkConf conf) {
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** Fills in what is not set. */
  public static SparkConf configure(SparkConf conf, String command) {
    if (!isNamedByUser(conf)) {
      conf.setAppName("spark-nmf " + command);
    }
    conf.setIfMissing("spark.master", "local[*]");
    if (conf.get("spark.master").startsWith("local")) {
      // A laptop whose host name does not resolve can still run locally.
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      // Its start is a tenth of a short run.
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    VectorModule.giveExecutors(conf);
    conf.setIfMissing(DoctorChecks.SERIALIZER, DoctorChecks.KRYO);
    conf.setIfMissing("spark.kryo.registrator", REGISTRATORS);
    conf.setIfMissing("spark.kryoserializer.buffer.max", "1g");
    // Factors do not compress: it would cost more than it saves, on any network.
    conf.setIfMissing("spark.broadcast.compress", "false");
    // With its header a piece of 4 MiB would take a region of G1 more than it needs.
    conf.setIfMissing("spark.broadcast.blockSize", "4090k");
    // Sums of some megabytes come with the task's result instead of by a second request.
    conf.setIfMissing("spark.task.maxDirectResultSize", "32m");
    // The planner sees to what the driver can hold; Spark's own limit would end a run in its midst.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    // The web UI and the event log show properties, the command line among them, and plans.
    conf.setIfMissing("spark.redaction.regex", Redaction.OF_PROPERTIES);
    conf.setIfMissing("spark.redaction.string.regex", Redaction.OF_PLANS);
    // The driver keeps a record of every job for the web UI, and each iteration is a job.
    conf.setIfMissing("spark.ui.retainedJobs", "200");
    conf.setIfMissing("spark.ui.retainedStages", "200");
    conf.setIfMissing("spark.ui.retainedTasks", "10000");
    conf.setIfMissing("spark.sql.ui.retainedExecutions", "50");
    // What a damaged Parquet file says is an error, never a number.
    conf.setIfMissing("spark.hadoop.parquet.page.verify-checksum.enabled", "true");
    return conf;
  }

  private static void setLogLevel(SparkConf conf, boolean verbose) {
    if (conf.contains("spark.log.level")) {
      return;
    }
    if (verbose) {
      SparkLog.verbose();
    } else {
      SparkLog.quiet();
    }
  }

  /**
   * Whether the user named the application; else its name is that of the class or of the jar, or
   * what the entrance script says.
   */
  private static boolean isNamedByUser(SparkConf conf) {
    String name = conf.get(APP_NAME, "");
    boolean madeUp = name.endsWith(".jar") || name.equals(Entrance.MAIN_CLASS);
    return !name.isEmpty() && !madeUp && !name.equals(Entrance.NAME);
  }

  /** What Hadoop is to know: of the session that runs; else what one would be told. */
  public static Configuration hadoop() {
    return isRunning()
        ? SparkSession.getDefaultSession().get().sparkContext().hadoopConfiguration()
        : SparkHadoopUtil.get().newConfiguration(new SparkConf());
  }

  private static boolean isRunning() {
    Option<SparkSession> session = SparkSession.getDefaultSession();
    return session.isDefined() && !session.get().sparkContext().isStopped();
  }

  private static String announcement(SparkContext spark) {
    Option<String> ui = spark.uiWebUrl();
    return "spark-nmf: application id %s on %s%s"
        .formatted(
            spark.applicationId(), spark.master(), ui.isDefined() ? ", web UI " + ui.get() : "");
  }
}
