package io.github.sparknmf.solver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sparknmf.linalg.DoubleFactor;
import io.github.sparknmf.testing.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Trajectories of scikit-learn's coordinate descent, and the same walked with sweeps of ours. */
final class GoldenDescent {
  private static final int RANK = 3;

  private final Golden golden = new Golden();
  private final JsonNode root;
  private final int samples;
  private final int features;
  private final double[] x;
  private final double[] xt;

  GoldenDescent() {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/sklearn-golden.json")) {
      this.root = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode rows = root.get("X");
    this.samples = rows.size();
    this.features = rows.get(0).size();
    this.x = new double[samples * features];
    this.xt = new double[samples * features];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < features; j++) {
        x[i * features + j] = rows.get(i).get(j).asDouble();
        xt[j * samples + i] = rows.get(i).get(j).asDouble();
      }
    }
  }

  /** One stored trajectory and where it ends. */
  record Case(JsonNode node) {
    double number(String name) {
      return node.get(name).asDouble();
    }

    double[] w() {
      return Golden.w(node);
    }

    double[] ht() {
      return Golden.ht(node);
    }
  }

  /** All cases of coordinate descent. */
  List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (JsonNode one : root.get("cases")) {
      if (one.path("solver").asText().equals("cd")) {
        cases.add(new Case(one));
      }
    }
    return cases;
  }

  /** A fresh copy of the start value of W, row-major. */
  double[] w0() {
    return golden.w0();
  }

  /** A fresh copy of the start value of H', row-major. */
  double[] ht0() {
    return golden.ht0();
  }

  /**
   * Sweeps over W, then over H, as often as the case says; its penalties grow with the matrix.
   *
   * @param w modified
   * @param ht modified
   */
  void run(Case one, double[] w, double[] ht) {
    CoordinateDescent rows = descent(one, one.number("alpha_W") * features);
    CoordinateDescent columns = descent(one, one.number("alpha_H") * samples);
    RowLanes lanes = new RowLanes(RANK);
    for (int i = 0; i < (int) one.number("iterations"); i++) {
      double[] product = times(x, samples, features, ht);
      rows.sweep(w, 0, samples, product, 0, DoubleFactor.of(ht, RANK).gram(), lanes);
      product = times(xt, features, samples, w);
      columns.sweep(ht, 0, features, product, 0, DoubleFactor.of(w, RANK).gram(), lanes);
    }
  }

  private static CoordinateDescent descent(Case one, double alpha) {
    double ratio = one.number("l1_ratio");
    return new CoordinateDescent(alpha * ratio, alpha * (1 - ratio), new BitSet());
  }

  private static double[] times(double[] a, int rows, int columns, double[] b) {
    double[] product = new double[rows * RANK];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int c = 0; c < RANK; c++) {
          product[i * RANK + c] += a[i * columns + j] * b[j * RANK + c];
        }
      }
    }
    return product;
  }
}
