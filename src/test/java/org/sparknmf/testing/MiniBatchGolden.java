package org.sparknmf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;

/**
 * What MiniBatchNMF of scikit-learn 1.2.1 computes on a 12 x 5 matrix at rank 3, from given start
 * values: trajectories with tol 0 and max_no_improvement None, and where it stops with 10.
 */
public final class MiniBatchGolden {
  private final JsonNode root;

  /** Reads the file. */
  public MiniBatchGolden() {
    try (InputStream in =
        MiniBatchGolden.class.getResourceAsStream("/golden/sklearn-mini-batch.json")) {
      this.root = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** X as a block. */
  public MatrixBlock x() {
    return block(root.get("X"));
  }

  /** X of the strided runs (16 x 5) as a block. */
  public MatrixBlock stridedX() {
    return block(root.get("stridedX"));
  }

  private static MatrixBlock block(JsonNode rows) {
    CsrBuilder builder = new CsrBuilder(rows.size(), rows.get(0).size());
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).size(); j++) {
        builder.add(i, j, rows.get(i).get(j).asDouble());
      }
    }
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }

  /** W0 (12 x 3), row-major, a fresh copy. */
  public double[] w0() {
    return flat(root.get("W0"), false);
  }

  /** W0 of the strided runs (16 x 3), row-major, a fresh copy. */
  public double[] stridedW0() {
    return flat(root.get("stridedW0"), false);
  }

  /** H0' (5 x 3), row-major, a fresh copy. */
  public double[] ht0() {
    return flat(root.get("H0"), true);
  }

  /** Runs of five passes, with {@code batch} rows at a time. */
  public List<JsonNode> trajectories() {
    return list("cases");
  }

  /** Runs of at most forty passes that end by {@code tol}, after {@code steps} batches. */
  public List<JsonNode> stops() {
    return list("stops");
  }

  /** Runs of five passes where each batch has every so many-th row. */
  public List<JsonNode> strided() {
    return list("strided");
  }

  private List<JsonNode> list(String name) {
    List<JsonNode> all = new ArrayList<>();
    root.get(name).forEach(all::add);
    return all;
  }

  /** What a run asks for, in our words. */
  public NmfSettings settings(JsonNode one, int passes, double tolerance) {
    Objective objective =
        Objective.ofBeta(one.get("beta").asDouble())
            .withPenalties(
                one.path("alpha_W").asDouble(),
                one.path("alpha_H").asDouble(),
                one.path("l1_ratio").asDouble())
            .withPenaltyUpdate(PenaltyUpdate.RATIO);
    return NmfSettings.defaults()
        .withRank(3)
        .withStop(passes, tolerance)
        .with(objective, Solver.MU.method())
        .with(
            new Updates(
                Methods.MU,
                Updates.AUTO,
                new MiniBatch(one.get("batch").asInt(), one.get("forget").asDouble())));
  }

  /** W of a run, row-major. */
  public double[] w(JsonNode one) {
    return flat(one.get("W"), false);
  }

  /** H' of a run, row-major. */
  public double[] ht(JsonNode one) {
    return flat(one.get("H"), true);
  }

  private static double[] flat(JsonNode rows, boolean transposed) {
    int height = rows.size();
    int width = rows.get(0).size();
    double[] values = new double[height * width];
    for (int p = 0; p < values.length; p++) {
      int row = transposed ? p % height : p / width;
      int column = transposed ? p / height : p % width;
      values[p] = rows.get(row).get(column).asDouble();
    }
    return values;
  }
}
