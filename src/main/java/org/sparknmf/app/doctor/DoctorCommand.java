package org.sparknmf.app.doctor;

import dev.ludovic.netlib.blas.BLAS;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkContext;
import org.sparknmf.app.check.DoctorChecks;
import org.sparknmf.app.check.Finding;
import org.sparknmf.app.check.Level;
import org.sparknmf.app.check.OpenPackages;
import org.sparknmf.app.check.VectorModule;
import org.sparknmf.app.check.Versions;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.failure.CheckFailedException;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.terminal.TextTable;
import org.sparknmf.text.Json;

/** {@code doctor}: looks at the machine and says what is fine, what is not, and what to do. */
public final class DoctorCommand extends Command {
  public DoctorCommand() {
    super(
        "doctor",
        "Check Java, Spark, file system and memory: what is fine, what is not, what to do.",
        List.of(OutputSettings.OUTPUT));
  }

  @Override
  public Level worstJava() {
    return Level.FAIL;
  }

  @Override
  public void run(CommandContext context) {
    List<Finding> findings = new ArrayList<>(machine());
    findings.addAll(spark(context));
    print(findings, context);
    List<Finding> failed =
        findings.stream().filter(finding -> finding.level() == Level.FAIL).toList();
    if (!failed.isEmpty()) {
      Finding first = failed.get(0);
      throw new CheckFailedException(
          "%d of %d checks failed, the first is %s, got %s; %s"
              .formatted(
                  failed.size(), findings.size(), first.check(), first.value(), first.remedy()));
    }
  }

  private static List<Finding> machine() {
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        DoctorChecks.java(Versions.java(), Versions.hadoop()),
        DoctorChecks.spark(Versions.spark()),
        DoctorChecks.scala(Versions.scala(), Versions.scalaOfSpark()),
        Finding.ok("Hadoop", Versions.hadoop()),
        DoctorChecks.openPackages(OpenPackages.closed()),
        DoctorChecks.vectorModule(VectorModule.isHere()),
        DoctorChecks.blas(BLAS.getInstance().getClass().getName()),
        DoctorChecks.cores(runtime.availableProcessors()),
        DoctorChecks.heap(runtime.maxMemory()));
  }

  private List<Finding> spark(CommandContext context) {
    try (SparkRun run = SparkSessions.openUnchecked(name(), context)) {
      return session(run.session().sparkContext(), context.settings());
    } catch (Exception | LinkageError e) {
      return List.of(
          Finding.fail("Spark session", Failure.of(e).message(), "mend what fails above it first"));
    }
  }

  private static List<Finding> session(SparkContext spark, ResolvedSettings settings) {
    Configuration hadoop = spark.hadoopConfiguration();
    String temporary = "file://" + System.getProperty("java.io.tmpdir") + "/new";
    Stream<Finding> output =
        settings.find(OutputSettings.OUTPUT).stream()
            .map(path -> FileSystemProbe.run("output directory", path, hadoop));
    Stream<Finding> rest =
        Stream.of(
            Finding.ok("Spark session", spark.master()),
            DoctorChecks.serializer(spark.getConf().get(DoctorChecks.SERIALIZER, "Java")),
            Finding.ok("default file system", FileSystem.getDefaultUri(hadoop).toString()),
            FileSystemProbe.run("temporary directory", temporary, hadoop));
    return Stream.concat(rest, output).toList();
  }

  private static void print(List<Finding> findings, CommandContext context) {
    if (context.json()) {
      context.out().println(Json.text(findings));
      return;
    }
    List<List<String>> rows =
        findings.stream()
            .map(f -> List.of(f.level().toString(), f.check(), f.value(), f.remedy()))
            .toList();
    TextTable.lines(rows).forEach(context.out()::println);
  }
}
