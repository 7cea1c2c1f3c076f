package org.sparknmf.engine.factor;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
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
  Optional<SavedFlaw> flaw() {
    for (SavedRows part : index.parts()) {
      Path file = new Path(directory, part.file());
      try {
        read(part);
      } catch (FileNotFoundException e) {
        return Optional.of(missing(file, e));
      } catch (DamagedFileException | ChecksumException e) {
        return Optional.of(SavedFlaw.damage(String.valueOf(e.getMessage())));
      } catch (IOException e) {
        return Optional.of(SavedFlaw.fault(file, e));
      }
    }
    return Optional.empty();
  }

  /** A local disk says "not found" of a file that may not be read, too: its directory knows. */
  private SavedFlaw missing(Path file, FileNotFoundException said) {
    try {
      for (FileStatus there :
          RawFiles.of(file, hadoop.value().value()).listStatus(file.getParent())) {
        if (there.getPath().getName().equals(file.getName())) {
          return SavedFlaw.fault(file, said);
        }
      }
      return SavedFlaw.damage(file + " is missing");
    } catch (IOException e) {
      return SavedFlaw.fault(file, e);
    }
  }

  /** Reads one part as it was saved. */
  Factor read(SavedRows part) throws IOException {
    Path file = new Path(directory, part.file());
    try (FSDataInputStream in = RawFiles.of(file, hadoop.value().value()).open(file)) {
      seek(in, part, file);
      return RowRecord.read(new BufferedInputStream(in, BUFFER), index, part, file.toString());
    }
  }

  /** Some file systems notice here that a file is too short. */
  private static void seek(FSDataInputStream in, SavedRows part, Path file) throws IOException {
    try {
      in.seek(part.offset());
    } catch (EOFException e) {
      throw RowRecord.damaged(file.toString(), part);
    }
  }
}
