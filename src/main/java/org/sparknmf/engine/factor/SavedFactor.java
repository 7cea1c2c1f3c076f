package org.sparknmf.engine.factor;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.sparknmf.engine.spark.RawFiles;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

/**
 * A factor on reliable storage, to start from: in the run that saved it, which thereby forgets how
 * it came about, or in a later one. Its rows may be asked for in other pieces than they were saved
 * in.
 */
public final class SavedFactor implements FactorStart {
  private static final long serialVersionUID = 1L;
  private static final int BUFFER = 1 << 16;

  private final String directory;
  private final SavedIndex index;
  private final Broadcast<SerializableConfiguration> hadoop;

  SavedFactor(String directory, SavedIndex index, Broadcast<SerializableConfiguration> hadoop) {
    this.directory = directory;
    this.index = index;
    this.hadoop = hadoop;
  }

  /** The places of its rows. */
  public SavedIndex index() {
    return index;
  }

  /** Consecutive rows in the rank and the precision that they were saved in. */
  @Override
  public Factor rows(long firstRow, int count, int rank, Precision precision) {
    Factor factor = Factor.zeros(index.precision(), count, index.rank());
    long end = firstRow + count;
    try {
      for (SavedRows part : index.parts()) {
        long from = Math.max(firstRow, part.firstRow());
        int common = (int) (Math.min(end, part.endRow()) - from);
        if (common > 0) {
          Factor saved = read(part);
          factor.copyFrom(saved, (int) (from - part.firstRow()), (int) (from - firstRow), common);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return factor;
  }

  @Override
  public void fill(long firstRow, double[] target) {
    int count = target.length / index.rank();
    rows(firstRow, count, index.rank(), index.precision()).read(0, count, target);
  }

  /** A factor of each part's rows. */
  Stream<SavedFactor> apart() {
    return index.parts().stream()
        .map(part -> new SavedIndex(index.rank(), index.precision(), List.of(part)))
        .map(one -> new SavedFactor(directory, one, hadoop));
  }

  /** What is wrong with its files; empty if they are as they were written. */
  List<String> damage() {
    try {
      for (SavedRows part : index.parts()) {
        read(part);
      }
      return List.of();
    } catch (IOException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** Reads one part as it was saved. */
  Factor read(SavedRows part) throws IOException {
    Path file = new Path(directory, part.file());
    try (FSDataInputStream in = RawFiles.of(file, hadoop.value().value()).open(file)) {
      in.seek(part.offset());
      return RowRecord.read(new BufferedInputStream(in, BUFFER), index, part, file.toString());
    }
  }
}
