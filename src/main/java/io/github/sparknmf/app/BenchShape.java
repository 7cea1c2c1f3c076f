package io.github.sparknmf.app;

import io.github.sparknmf.solver.InvalidSettingException;
import java.util.Optional;

/**
 * The size of a generated matrix.
 *
 * @param rows m
 * @param columns n
 * @param cellsPerRow non-zeros of each row
 */
record BenchShape(long rows, int columns, int cellsPerRow) {
  private static final long MOST_ROWS = 1L << 40;

  /** Reads the three options. */
  static BenchShape parse(String rows, String columns, String nonZeros) {
    long m = number("rows", rows, MOST_ROWS);
    long n = number("columns", columns, Integer.MAX_VALUE - 8L);
    long cells = number("nonzeros", nonZeros, Long.MAX_VALUE / 2);
    long perRow = Math.max(1, cells / m);
    if (perRow > n / 2) {
      throw new InvalidSettingException(
          "nonzeros %d in %d rows are %d a row, must be at most half of the %d columns; lower"
                  .formatted(cells, m, perRow, n)
              + " --nonzeros");
    }
    return new BenchShape(m, (int) n, (int) perRow);
  }

  private static long number(String name, String text, long most) {
    Setting<Long> option = new Setting<>(name, name, Optional.empty(), ValueRule.wholeNumber());
    long number = option.parse(text, Origin.commandLine(option));
    if (number < 1 || number > most) {
      throw new InvalidSettingException(
          "%s must be from 1 to %d, got %d; change --%s".formatted(name, most, number, name));
    }
    return number;
  }
}
