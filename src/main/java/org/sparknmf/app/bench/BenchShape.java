package org.sparknmf.app.bench;

import java.util.Optional;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SettingList;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.solver.InvalidSettingException;

/**
 * The size of a generated matrix.
 *
 * @param rows m
 * @param columns n
 * @param cellsPerRow non-zeros of each row; n where the matrix is dense
 * @param cells what the cells are
 */
record BenchShape(long rows, int columns, int cellsPerRow, BenchPreset.Cells cells) {
  private static final long MOST_ROWS = 1L << 40;

  /** A preset, or what the three options put in its place. */
  static BenchShape of(
      BenchPreset preset,
      Optional<String> rows,
      Optional<String> columns,
      Optional<String> nonZeros) {
    long m = rows.map(text -> number("rows", text, MOST_ROWS)).orElse(preset.shape().rows);
    long n =
        columns
            .map(text -> number("columns", text, Integer.MAX_VALUE - 8L))
            .orElse((long) preset.shape().columns);
    return preset.shape().cells == BenchPreset.Cells.DENSE
        ? dense(preset, m, (int) n, nonZeros)
        : counts(preset, m, (int) n, nonZeros);
  }

  private static BenchShape dense(BenchPreset preset, long m, int n, Optional<String> nonZeros) {
    if (nonZeros.isPresent()) {
      throw new InvalidSettingException(
          "nonzeros must not be given with shape %s, which has no zeros, got %s; leave --nonzeros out"
              .formatted(preset, nonZeros.get()));
    }
    return new BenchShape(m, n, n, preset.shape().cells);
  }

  private static BenchShape counts(BenchPreset preset, long m, int n, Optional<String> nonZeros) {
    long cells =
        nonZeros
            .map(text -> number("nonzeros", text, Long.MAX_VALUE / 2))
            .orElse(preset.shape().nonZeros());
    long perRow = Math.max(1, cells / m);
    if (perRow > n / 2) {
      throw new InvalidSettingException(
          "nonzeros %d in %d rows are %d a row, must be at most half of the %d columns; lower"
                  .formatted(cells, m, perRow, n)
              + " --nonzeros");
    }
    return new BenchShape(m, n, (int) perRow, preset.shape().cells);
  }

  private static long number(String name, String text, long most) {
    Setting<Long> option =
        new SettingList("0.1.0").add(name, ValueRule.wholeNumber()).meaning(name);
    long number = Origin.commandLine(option).parse(option, text);
    if (number < 1 || number > most) {
      throw new InvalidSettingException(
          "%s must be from 1 to %d, got %d; change --%s".formatted(name, most, number, name));
    }
    return number;
  }

  private long nonZeros() {
    return rows * cellsPerRow;
  }

  /** The matrix, on so many partitions if that is said. */
  DistributedMatrix generate(ResolvedSettings settings, SparkScope scope) {
    MatrixSettings layout = MatrixInput.layout(settings, Resources.of(scope.context()));
    BlockGrid grid = layout.gridFor(rows, columns, nonZeros());
    long seed = settings.get(Catalogue.SEED);
    return switch (cells) {
      case COUNTS -> GeneratedMatrix.counts(grid, cellsPerRow, seed, scope);
      case DENSE -> GeneratedMatrix.dense(grid, seed, scope);
    };
  }
}
