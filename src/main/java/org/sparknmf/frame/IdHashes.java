package org.sparknmf.frame;

import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparknmf.engine.matrix.IdKeys;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.SparkScope;

/** Keys of ids by xxHash64, four bytes each, on every machine. */
final class IdHashes {
  private IdHashes() {}

  static IdKeys of(Numbering numbering, SparkScope scope) {
    Dataset<Row> hashes =
        numbering
            .table()
            .select(
                functions.col(Numbering.NUMBER), functions.xxhash64(functions.col(Numbering.ID)));
    int[] keys = new int[Math.toIntExact(numbering.size())];
    List<long[]> all =
        JobLabel.during(
            scope.context(),
            "hashing ids",
            () -> hashes.toJavaRDD().mapPartitions(IdHashes::packed).collect());
    for (long[] pairs : all) {
      for (int p = 0; p < pairs.length; p += 2) {
        keys[Math.toIntExact(pairs[p])] = IdKeys.key(pairs[p + 1]);
      }
    }
    return IdKeys.of(scope.broadcast(keys));
  }

  /** Number and hash of each id of a partition, one after the other. */
  private static Iterator<long[]> packed(Iterator<Row> rows) {
    LongStream.Builder pairs = LongStream.builder();
    rows.forEachRemaining(row -> pairs.add(row.getLong(0)).add(row.getLong(1)));
    return List.of(pairs.build().toArray()).iterator();
  }
}
