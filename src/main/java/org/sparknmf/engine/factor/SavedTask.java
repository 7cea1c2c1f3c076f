package org.sparknmf.engine.factor;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.sparknmf.engine.spark.RawFiles;
import scala.Tuple2;

/** Writes the parts of a factor that one task holds into a file of the task's own. */
record SavedTask(String directory, String name, Broadcast<SerializableConfiguration> hadoop)
    implements Serializable {
  private static final int BUFFER = 1 << 16;

  /** Numbers saved for each part: offset, first row, rows. */
  static final int NUMBERS_A_PART = 3;

  /** Writes the parts on an executor: retries and speculative twins write files of other names. */
  Iterator<Tuple2<String, long[]>> onExecutor(Iterator<FactorPart> parts) throws IOException {
    return parts.hasNext()
        ? List.of(write(parts, TaskContext.get().taskAttemptId())).iterator()
        : Collections.emptyIterator();
  }

  /** The file's name, and where its parts are in it. */
  Tuple2<String, long[]> write(Iterator<FactorPart> parts, long attempt) throws IOException {
    Path file = new Path(directory, RowsName.whole(name, attempt));
    List<long[]> places = new ArrayList<>();
    FileSystem files = RawFiles.of(file, hadoop.value().value());
    try (FSDataOutputStream out = files.create(file, true)) {
      BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
      while (parts.hasNext()) {
        FactorPart part = parts.next();
        places.add(new long[] {out.getPos(), part.firstRow(), part.rows().rows()});
        RowRecord.write(part, buffered);
        buffered.flush();
      }
    } catch (IOException e) {
      // Half a file would take the space that is missing.
      files.delete(file, false);
      throw e;
    } catch (FSError e) {
      // Hadoop's word for an IOException on a local disk.
      files.delete(file, false);
      throw new IOException(e.getCause() == null ? e : e.getCause());
    }
    return new Tuple2<>(file.getName(), places.stream().flatMapToLong(Arrays::stream).toArray());
  }
}
