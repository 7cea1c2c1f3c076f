package org.sparknmf.io.read.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.assertUnreadable;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.read;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.named;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TableSource;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.testing.TestSpark;

class TableReaderIT {
  @TempDir Path directory;

  private static InputSettings sql(String query) {
    return InputSettings.of(new TableSource.Query(query));
  }

  private static InputSettings installed(String format, String path) {
    return InputSettings.of(new TableSource.Installed(format, path, Map.of()));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      InputSettings input) {
    return assertThatThrownBy(() -> rows(input)).isExactlyInstanceOf(InvalidSettingException.class);
  }

  @Test
  void readsVectorsByTheirIds() {
    InputSettings input =
        sql("select * from values ('b', array(2d, 3d)), ('a', array(1d, 0d)) as t(id, x)");
    MatrixSource source = open(input);
    assertThat(source.description())
        .isEqualTo("vectors of 2 values from a query; features: x, id: id");
    assertThat(source.files()).isEmpty();
    assertThat(source.frame().columns()).isEqualTo(new Axis.Counted(2, 0));
    assertThat(rows(source.frame())).containsExactly("[a,[1.0,0.0]]", "[b,[2.0,3.0]]");
    assertInvalid(sql("select array(1d, 2d) as x"))
        .hasMessageContaining("the rows of a query have no order and no column 'id'")
        .hasMessageContaining("--id-column");
    assertInvalid(sql("select array(1d) as x, 'a' as id where 1 > 2"))
        .hasMessageContaining("no rows");
    MatrixFrame negative = read(sql("select array(1d, -2d) as x, 'a' as id"));
    assertThat(negative.firstBadPlace().get().orElseThrow())
        .hasMessageContaining("query 'select array(1d, -2d) as x, 'a' as id': row 'a': position 1");
    assertInvalid(sql("select array(1d) as x, string(null) as id"))
        .hasMessageContaining("a row: the id is null");
  }

  @Test
  void namesTheFirstBadCell() {
    TestSpark.session()
        .sql("select * from values ('b', 1, 2d), ('a', 1, -1d) as t(u, i, v)")
        .createOrReplaceTempView("reader_cells");
    InputSettings table = InputSettings.of(new TableSource.Named("reader_cells"));
    assertThat(open(table).frame().firstBadPlace().get().orElseThrow())
        .hasMessageContaining("table reader_cells: cell (u = 'a', i = 1): value -1.0 is negative");
    assertInvalid(table.withColumns(named("value", "w")))
        .hasMessageContaining("table reader_cells: no column 'w'");
  }

  @Test
  void tablesThatAreNotThere() {
    assertUnreadable(InputSettings.of(new TableSource.Named("nowhere.ratings")))
        .hasMessageContaining("table 'nowhere.ratings' is not there (")
        .hasMessageContaining("correct --table");
    assertRefused(InputSettings.of(new TableSource.Named("not a name")))
        .hasMessageContaining("--table must be the name of a table, got 'not a name'");
    assertUnreadable(sql("select * from nowhere"))
        .hasMessageContaining("--sql reads what is not there: 'select * from nowhere' (");
    assertUnreadable(sql("select * from parquet.`" + directory + "/none`"))
        .hasMessageContaining("--sql reads what is not there");
    assertRefused(sql("selekt 1")).hasMessageContaining("--sql must be a query that Spark");
    assertRefused(sql("select a from values (1) as t(b)"))
        .hasMessageContaining("--sql must be a query that Spark understands");
  }

  @Test
  void sourcesThatAreNotInstalledOrFindNothing() {
    assertRefused(installed("delta", "/x"))
        .hasMessageContaining(
            "source 'delta' is not installed in this Spark; add it after --spark:")
        .hasMessageContaining("--packages io.delta:delta-spark_4.1_2.13:VERSION");
    assertRefused(installed("avro", "/x")).hasMessageContaining("org.apache.spark:spark-avro_2.13");
    assertRefused(installed("nosuch", "/x")).hasMessageContaining("--packages GROUP:ARTIFACT");
    assertUnreadable(installed("orc", directory + "/none"))
        .hasMessageContaining(directory + "/none cannot be read as orc (")
        .hasMessageContaining("check the path, --format-name and --format-option");
    assertRefused(installed("orc", "/x").withFormat(InputFormat.MTX))
        .hasMessageContaining("--format mtx is of files, but the input is '/x as orc'");
  }

  @Test
  void readsWhatASourceReads() {
    String path = directory.resolve("t").toString();
    TestSpark.session().sql("select 'a' as u, 2 as i, 3.5d as v").write().orc(path);
    MatrixSource source = open(installed("orc", path));
    assertThat(source.description()).isEqualTo("triples from orc; row: u, column: i, value: v");
    assertThat(source.files()).singleElement().asString().startsWith(path + "/");
    assertThat(rows(source.frame())).containsExactly("[a,2,3.5]");
  }
}
