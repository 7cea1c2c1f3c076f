package org.sparknmf.io.read.lines;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;

/**
 * The lines of files on the driver, each file a chunk: by the same class of Hadoop by which Spark's
 * tasks read lines, in the form that they have there.
 */
final class WholeFiles implements Iterator<Row>, AutoCloseable {
  private final Iterator<Path> files;
  private final Configuration hadoop;
  private Path file;
  private LineRecordReader reader;
  private Row next;

  /** Opens nothing yet. */
  WholeFiles(List<Path> files, Configuration hadoop) {
    this.files = files.iterator();
    this.hadoop = hadoop;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && moveToFile()) {
        if (reader.nextKeyValue()) {
          next =
              RowFactory.create(reader.getCurrentValue().copyBytes(), 0L, file.toUri().toString());
        } else {
          close();
        }
      }
      return next != null;
    } catch (IOException e) {
      throw ReadFailures.unreadable(Places.show(file), e);
    }
  }

  /** Whether a file is open, or there was another one to open. */
  private boolean moveToFile() throws IOException {
    if (reader != null) {
      return true;
    }
    if (!files.hasNext()) {
      return false;
    }
    file = files.next();
    long length = file.getFileSystem(hadoop).getFileStatus(file).getLen();
    reader = new LineRecordReader();
    reader.initialize(
        new FileSplit(file, 0, length, new String[0]),
        new TaskAttemptContextImpl(hadoop, new TaskAttemptID()));
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row line = next;
    next = null;
    return line;
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw ReadFailures.unreadable(Places.show(file), e);
    } finally {
      reader = null;
    }
  }
}
