package org.sparknmf.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sparknmf.text.Json;

/**
 * {@code manifest.json}: what was asked and what came out. In the file the fields of both parts
 * stand beside each other; fields are added, never renamed.
 *
 * @param run what every run has
 * @param work what a run of this kind came to
 */
public record Manifest(RunRecord run, WorkRecord work) {
  /** Version of the layout that this class writes. */
  public static final int SCHEMA_VERSION = 1;

  /** The status of a run that ended well. */
  public static final String DONE = "done";

  /** The status of a run whose result is not good enough to be the current one. */
  public static final String GATED = "gated";

  /** All fields of the file, in its order. */
  private static final List<String> FIELDS =
      List.of(
          "schemaVersion",
          "runId",
          "status",
          "exitCode",
          "errorCode",
          "command",
          "started",
          "ended",
          "input",
          "identity",
          "settings",
          "plan",
          "result",
          "factors",
          "seconds",
          "timings",
          "versions",
          "warnings",
          "outcome",
          "recommendedRank");

  /** Reads both parts out of one object; what lacks a part of a fit is none. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Manifest of(JsonNode all) throws JsonProcessingException {
    return new Manifest(Json.convert(all, RunRecord.class), Json.convert(all, kind(all)));
  }

  private static Class<? extends WorkRecord> kind(JsonNode all) {
    if (all.hasNonNull("input") && all.hasNonNull("result") && all.hasNonNull("factors")) {
      return FitRecord.class;
    }
    return all.hasNonNull("recommendedRank") ? SelectionRecord.class : ModelRecord.class;
  }

  /** Both parts as one object. */
  @JsonValue
  ObjectNode json() {
    ObjectNode all = Json.tree(run).setAll(Json.tree(work));
    ObjectNode ordered = Json.object();
    FIELDS.stream().filter(all::has).forEach(field -> ordered.set(field, all.get(field)));
    return ordered;
  }

  /** The part of a fit, if this is of one. */
  public Optional<FitRecord> fit() {
    return work instanceof FitRecord fit ? Optional.of(fit) : Optional.empty();
  }

  /** What a run of some kind came to. */
  public sealed interface WorkRecord {

    /** X, where the run read it as a whole. */
    default Optional<InputRecord> matrix() {
      return Optional.empty();
    }

    /** What came out, by names of its own; nothing of a fit. */
    default Map<String, Object> outcome() {
      return Map.of();
    }
  }

  /**
   * What every run has.
   *
   * @param schemaVersion version of this layout
   * @param runId names the run
   * @param status {@code done}, or {@code gated} where the result fails a quality gate
   * @param exitCode exit code of the run
   * @param errorCode kind of failure; absent for a run that is done
   * @param command the command, such as {@code fit}
   * @param started when the run began, ISO 8601 in UTC
   * @param ended when its results were complete
   * @param settings every setting with its value
   * @param seconds wall-clock seconds by phase of the work
   * @param timings wall-clock seconds by phase, from the first line of the entrance script to the
   *     whole result: they add up to the time between; absent from older manifests
   * @param versions of everything that took part
   * @param warnings what a reader should know, with advice
   */
  public record RunRecord(
      int schemaVersion,
      String runId,
      String status,
      int exitCode,
      String errorCode,
      String command,
      String started,
      String ended,
      Map<String, Object> settings,
      Map<String, Double> seconds,
      Map<String, Double> timings,
      Map<String, String> versions,
      List<String> warnings) {}

  /**
   * What a fit came to.
   *
   * @param input the matrix
   * @param identity what the bits of the result follow from
   * @param plan how the work was laid out; absent from older manifests
   * @param result how the factorization ended
   * @param factors the factors' shapes and bits
   */
  public record FitRecord(
      InputRecord input,
      Map<String, String> identity,
      PlanRecord plan,
      ResultRecord result,
      FactorRecords factors)
      implements WorkRecord {
    @Override
    public Optional<InputRecord> matrix() {
      return Optional.of(input);
    }
  }

  /**
   * What a search of a rank came to.
   *
   * @param input the matrix
   * @param identity what the figures follow from
   * @param outcome why that rank
   * @param recommendedRank what is advised
   */
  public record SelectionRecord(
      InputRecord input,
      Map<String, String> identity,
      Map<String, Object> outcome,
      int recommendedRank)
      implements WorkRecord {
    @Override
    public Optional<InputRecord> matrix() {
      return Optional.ofNullable(input);
    }
  }

  /**
   * What a command that uses a model came to.
   *
   * @param outcome by names of its own; absent from what is no whole manifest
   */
  public record ModelRecord(Map<String, Object> outcome) implements WorkRecord {}

  /**
   * X as it was read.
   *
   * @param path where from: a path, a table or a query
   * @param format how it was read
   * @param rows m
   * @param columns n
   * @param nonZeros cells that are not zero; stored cells where the others are missing
   * @param entries cells as given, before duplicates were merged
   * @param fingerprint a hash of the cells, the same for any order and layout of them
   * @param weighting {@code none} or {@code tf-idf}
   * @param emptyCells {@code zero} or {@code missing}: what cells are that are not stored; absent
   *     from older manifests, where they are zero
   * @param rejectedRows rows or lines of the input that were left out
   * @param quality what deserves a look; absent from older manifests
   */
  public record InputRecord(
      String path,
      String format,
      long rows,
      long columns,
      long nonZeros,
      long entries,
      String fingerprint,
      String weighting,
      String emptyCells,
      long rejectedRows,
      DataQuality quality) {}

  /**
   * How the work was laid out.
   *
   * @param engine which engine ran
   * @param reason why that one
   * @param orientation which side of X was cut into segments
   * @param kernels which inner loops the driver's JVM has
   * @param partitions parts of X
   * @param segments pieces whose sums are added up in a fixed order
   * @param blockRows rows of a cache-sized block
   * @param solver which solver ran; absent from older manifests
   * @param solverReason why that one; absent from older manifests
   * @param start the kind of start that was taken; absent from older manifests
   * @param penaltyScale what the strengths of penalties were multiplied by: cells or count; absent
   *     from older manifests
   * @param alphaW the strength on W that was in force
   * @param alphaH the strength on H that was in force
   */
  public record PlanRecord(
      String engine,
      String reason,
      String orientation,
      String kernels,
      int partitions,
      int segments,
      int blockRows,
      String solver,
      String solverReason,
      String start,
      String penaltyScale,
      Double alphaW,
      Double alphaH) {}

  /**
   * How the factorization ended.
   *
   * @param iterations how many were run
   * @param rejected how many of these were taken back; absent from older manifests
   * @param converged whether the stopping rule's criterion held
   * @param stopReason why it ended, in words
   * @param relativeError ||X - WH|| / ||X|| or, for other losses, the square root of D(X, WH) in
   *     parts of that of the best constant fit
   * @param objective the loss D(X, WH), without penalties; half the squared error by default
   * @param penalties what the factors are charged
   * @param kktResidual sum of |projected gradient| in parts of that of the start values
   * @param deadComponents how many components vanished
   * @param attempts the objective that each restart came to, penalties included
   * @param consensus how the components came to be that these have in common; absent where one of
   *     them is taken as it is
   * @param complete whether all was done that was asked for, and no limit of time cut it short;
   *     absent from older manifests
   */
  public record ResultRecord(
      int iterations,
      Integer rejected,
      boolean converged,
      String stopReason,
      double relativeError,
      double objective,
      double penalties,
      double kktResidual,
      int deadComponents,
      List<Double> attempts,
      ConsensusRecord consensus,
      Boolean complete) {}

  /**
   * The components that several fits have in common.
   *
   * @param fits how many there were
   * @param components of all of them
   * @param leftOut how many of these have no counterpart in other fits
   * @param silhouette how well the others are clustered, from -1 to 1; absent of a single cluster
   * @param found whether enough were left: else the best of the fits was kept
   */
  public record ConsensusRecord(
      int fits, int components, int leftOut, Double silhouette, boolean found) {

    /** The consensus in a sentence. */
    public String words() {
      return found
          ? String.format(
              Locale.ROOT,
              "H has the components that %d fits have in common: %,d of %,d components have no"
                  + " counterpart in other restarts and were dropped; the others form clusters with"
                  + " a mean silhouette of %s",
              fits,
              leftOut,
              components,
              silhouette == null ? "1" : String.format(Locale.ROOT, "%.2f", silhouette))
          : String.format(
              Locale.ROOT,
              "%d fits have too little in common: %,d of %,d components have no counterpart in other"
                  + " restarts, so the best fit was kept; raise --consensus-threshold or lower --rank",
              fits,
              leftOut,
              components);
    }
  }

  /**
   * Both factors.
   *
   * @param w W (m x k)
   * @param h H' (n x k)
   */
  public record FactorRecords(
      @JsonProperty("W") FactorRecord w, @JsonProperty("H") FactorRecord h) {}

  /**
   * One factor.
   *
   * @param rows its rows
   * @param rank k
   * @param sha256 of its numbers as big-endian doubles, row by row in order of ids
   */
  public record FactorRecord(long rows, int rank, String sha256) {}
}
