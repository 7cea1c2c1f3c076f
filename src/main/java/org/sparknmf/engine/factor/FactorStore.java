package org.sparknmf.engine.factor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.RawFiles;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.Factor;
import scala.Tuple2;

/**
 * Saves factors below a directory that every executor reaches, in files of our own format, {@link
 * RowRecord}. A file is written once, under a name that no other try has; whoever holds a factor
 * says so, and the files of one that nobody holds any more are deleted.
 */
public final class FactorStore {
  private static final Logger LOG = LoggerFactory.getLogger(FactorStore.class);

  private final SparkScope scope;
  private final String directory;

  /** The prefix that tells the files of this store from those of a run before it. */
  private final String prefix = UUID.randomUUID().toString().substring(0, 8);

  private final Map<String, Integer> holders = new HashMap<>();
  private Broadcast<SerializableConfiguration> hadoop;
  private int saved;

  /**
   * A store that has touched nothing yet.
   *
   * @param scope for what all tasks need
   * @param directory URI, on any file system that Hadoop knows; made when it is needed
   */
  public FactorStore(SparkScope scope, String directory) {
    this.scope = scope;
    this.directory = directory;
  }

  /** The directory of the files, a URI. */
  public String directory() {
    return directory;
  }

  /** Saves parts where they are; the caller holds the result. */
  public SavedFactor save(JavaRDD<FactorPart> parts, BlockGrid grid, String label) {
    SavedTask task = task();
    return JobLabel.during(
        scope.context(), "saving " + label, () -> gathered(written(parts, task), grid));
  }

  /** Saves parts that are in this JVM; the caller holds the result. */
  public SavedFactor save(List<FactorPart> parts, BlockGrid grid) {
    return gathered(List.of(written(parts)), grid);
  }

  /** Saves whole factors that are in this JVM, all in one file; the caller holds the results. */
  public List<SavedFactor> save(List<Factor> factors) {
    List<FactorPart> parts = factors.stream().map(factor -> new FactorPart(0, 0, factor)).toList();
    Tuple2<String, long[]> file = written(parts);
    List<SavedFactor> saved = new ArrayList<>();
    for (int f = 0; f < factors.size(); f++) {
      Factor factor = factors.get(f);
      long offset = file._2()[f * SavedTask.NUMBERS_A_PART];
      SavedRows all = new SavedRows(file._1(), offset, 0, factor.rows());
      saved.add(open(new SavedIndex(factor.rank(), factor.precision(), List.of(all))));
    }
    return saved;
  }

  private Tuple2<String, long[]> written(List<FactorPart> parts) {
    try {
      return task().write(parts.iterator(), 0);
    } catch (IOException e) {
      throw new CheckpointException(directory, e);
    }
  }

  private SavedTask task() {
    return new SavedTask(directory, RowsName.begin(prefix, saved++), hadoop());
  }

  private List<Tuple2<String, long[]>> written(JavaRDD<FactorPart> parts, SavedTask task) {
    try {
      return collected(parts.mapPartitions(task::onExecutor));
    } catch (SparkException e) {
      throw new CheckpointException(directory, e);
    }
  }

  /** Declares what Spark throws undeclared. */
  private static <T> List<T> collected(JavaRDD<T> rdd) throws SparkException {
    return rdd.collect();
  }

  private SavedFactor gathered(List<Tuple2<String, long[]>> files, BlockGrid grid) {
    List<SavedRows> parts = new ArrayList<>();
    for (Tuple2<String, long[]> file : files) {
      long[] places = file._2();
      for (int i = 0; i < places.length; i += SavedTask.NUMBERS_A_PART) {
        int rows = Math.toIntExact(places[i + 2]);
        parts.add(new SavedRows(file._1(), places[i], places[i + 1], rows));
      }
    }
    parts.sort(Comparator.comparingLong(SavedRows::firstRow));
    return open(new SavedIndex(grid.rank(), grid.precision(), parts));
  }

  /**
   * A factor that lies here, saved by this run or one before it; the caller holds it.
   *
   * @throws CheckpointException if it names files that no store wrote
   */
  public SavedFactor open(SavedIndex index) {
    index.requireOurs(directory);
    SavedFactor factor = new SavedFactor(directory, index, hadoop());
    hold(factor);
    return factor;
  }

  /** Factors of different rows as one, which takes over what the caller holds. */
  public SavedFactor joined(List<SavedFactor> factors) {
    List<SavedRows> parts =
        factors.stream()
            .flatMap(factor -> factor.index().parts().stream())
            .sorted(Comparator.comparingLong(SavedRows::firstRow))
            .toList();
    SavedIndex first = factors.get(0).index();
    SavedFactor all = open(new SavedIndex(first.rank(), first.precision(), parts));
    factors.forEach(this::release);
    return all;
  }

  /** One more holder for a factor. */
  public void hold(SavedFactor factor) {
    factor.index().files().forEach(file -> holders.merge(file, 1, Integer::sum));
  }

  /** One holder less; the last one's files are deleted. */
  public void release(SavedFactor factor) {
    for (String file : factor.index().files()) {
      if (holders.merge(file, -1, Integer::sum) == 0) {
        holders.remove(file);
        delete(file);
      }
    }
  }

  /**
   * What is wrong with the files of some factors; nothing if they are as they were written.
   *
   * @throws CheckpointException if one cannot be read, which does not mean that it is damaged
   */
  public Optional<String> damage(List<SavedFactor> factors) {
    List<SavedFactor> parts = factors.stream().flatMap(SavedFactor::apart).toList();
    List<Integer> numbers = IntStream.range(0, parts.size()).boxed().toList();
    int tasks = Math.max(1, Math.min(parts.size(), scope.context().defaultParallelism()));
    JavaRDD<SavedFlaw> flaws =
        scope
            .context()
            .parallelize(numbers, tasks)
            .flatMap(number -> parts.get(number).flaw().stream().iterator());
    List<SavedFlaw> found =
        JobLabel.during(scope.context(), "checking a checkpoint", flaws::collect);
    found.stream().filter(flaw -> !flaw.isDamage()).findFirst().ifPresent(SavedFlaw::fail);
    return found.stream().findFirst().map(SavedFlaw::words);
  }

  /** Deletes the rows that lie here under names of ours and that nobody holds: of dead runs. */
  public void sweep() {
    Path path = new Path(directory);
    try {
      for (FileStatus file : files().listStatus(path)) {
        String name = file.getPath().getName();
        if (file.isFile() && RowsName.isOurs(name) && !holders.containsKey(name)) {
          delete(name);
        }
      }
    } catch (FileNotFoundException e) {
      LOG.debug("nothing to sweep in {}", directory);
    } catch (IOException e) {
      LOG.warn("cannot look for old files in {}: {}", directory, e.getMessage());
    }
  }

  private void delete(String file) {
    try {
      files().delete(new Path(directory, file), false);
    } catch (IOException e) {
      LOG.warn("cannot delete {} in {}: {}", file, directory, e.getMessage());
    }
  }

  private FileSystem files() throws IOException {
    return RawFiles.of(new Path(directory), scope.context().hadoopConfiguration());
  }

  private Broadcast<SerializableConfiguration> hadoop() {
    if (hadoop == null) {
      hadoop =
          scope.broadcast(new SerializableConfiguration(scope.context().hadoopConfiguration()));
    }
    return hadoop;
  }
}
