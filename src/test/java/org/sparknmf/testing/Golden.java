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
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;

/** Trajectories computed with scikit-learn 1.9.1 on a 6 x 5 matrix at rank 3. */
public final class Golden {
  private final JsonNode root;

  /** Reads the file. */
  public Golden() {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/sklearn-golden.json")) {
      this.root = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** X as a block. */
  public MatrixBlock x() {
    JsonNode rows = root.get("X");
    CsrBuilder builder = new CsrBuilder(rows.size(), rows.get(0).size());
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).size(); j++) {
        builder.add(i, j, rows.get(i).get(j).asDouble());
      }
    }
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }

  /** W0 (6 x 3), row-major, a fresh copy. */
  public double[] w0() {
    return flat(root.get("W0"));
  }

  /** H0' (5 x 3), row-major, a fresh copy. */
  public double[] ht0() {
    return transposed(root.get("H0"));
  }

  /** The multiplicative trajectories of one loss without regularisation. */
  public List<JsonNode> multiplicativeCases(double beta) {
    List<JsonNode> cases = new ArrayList<>();
    for (JsonNode one : root.get("cases")) {
      if (!one.has("solver")
          && one.get("beta").asDouble() == beta
          && one.get("alpha_W").asDouble() == 0
          && one.get("alpha_H").asDouble() == 0) {
        cases.add(one);
      }
    }
    return cases;
  }

  /** All trajectories, of whatever loss, regularisation and solver. */
  public List<JsonNode> cases() {
    List<JsonNode> cases = new ArrayList<>();
    root.get("cases").forEach(cases::add);
    return cases;
  }

  /** What a case asks for, in our words. */
  public static NmfSettings settings(JsonNode one) {
    Objective objective =
        Objective.ofBeta(one.get("beta").asDouble())
            .withPenalties(
                one.get("alpha_W").asDouble(),
                one.get("alpha_H").asDouble(),
                one.get("l1_ratio").asDouble())
            .withPenaltyUpdate(PenaltyUpdate.RATIO);
    return NmfSettings.defaults()
        .withRank(3)
        .withStop(one.get("iterations").asInt(), 0)
        .with(new Updates(Methods.MU, 1, MiniBatch.OFF, Momentum.NO))
        .with(objective, one.has("solver") ? Methods.HALS : Methods.MU);
  }

  /** Start values from singular vectors, W and H as in a case, and {@code singular_values}. */
  public JsonNode nndsvd() {
    return root.get("nndsvd");
  }

  /** W of a case, row-major. */
  public static double[] w(JsonNode one) {
    return flat(one.get("W"));
  }

  /** H' of a case, row-major. */
  public static double[] ht(JsonNode one) {
    return transposed(one.get("H"));
  }

  private static double[] flat(JsonNode rows) {
    int columns = rows.get(0).size();
    double[] values = new double[rows.size() * columns];
    for (int p = 0; p < values.length; p++) {
      values[p] = rows.get(p / columns).get(p % columns).asDouble();
    }
    return values;
  }

  private static double[] transposed(JsonNode rows) {
    int columns = rows.get(0).size();
    double[] values = new double[rows.size() * columns];
    for (int p = 0; p < values.length; p++) {
      values[p] = rows.get(p % rows.size()).get(p / rows.size()).asDouble();
    }
    return values;
  }
}
