package org.sparknmf.toy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.Numerals;

/** A format from outside the house, of lines such as {@code ann -> film * 3}. */
public final class ToyFormat extends MatrixFormat {
  private static final InputFormat TOY = new InputFormat("toy");

  public ToyFormat() {
    super("toy", TOY);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.asks(TOY) || (probe.isText() && probe.isNamed(".toy"));
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    ToyLines lines = new ToyLines(input.transposed());
    TextRows rows = LineScan.of(spark, files, input.badRows()).read(lines, 0);
    return rows.notes("toy", files.shown()).triples(rows.rows());
  }

  /** A cell a line. */
  private record ToyLines(boolean transposed) implements LineFormat {
    private static final Pattern CELL = Pattern.compile("(.+?) -> (.+) \\* (\\S+)");

    @Override
    public StructType schema() {
      return CellSchema.of(IdType.STRING, IdType.STRING);
    }

    @Override
    public LineReader open() {
      return (line, ordinal) -> {
        Matcher cell = CELL.matcher(new String(line, StandardCharsets.UTF_8).strip());
        if (!cell.matches()) {
          throw new BadLineException("no cell; a line is 'row -> column * value': correct it");
        }
        byte[] number = cell.group(3).getBytes(StandardCharsets.UTF_8);
        return RowFactory.create(
            cell.group(transposed ? 2 : 1),
            cell.group(transposed ? 1 : 2),
            Numerals.value(number, 0, number.length));
      };
    }
  }
}
