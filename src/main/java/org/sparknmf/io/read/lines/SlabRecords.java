package org.sparknmf.io.read.lines;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.text.LineSlab;

/** Reads the slabs of a file, or of a part of it. What goes wrong is told with the file's name. */
final class SlabRecords extends RecordReader<NullWritable, LineSlab> {
  private String file = "";
  private SlabSource source;
  private LineSlab slab;

  @Override
  public void initialize(InputSplit split, TaskAttemptContext context) {
    FileSplit part = (FileSplit) split;
    file = Places.show(part.getPath());
    try {
      source = open(part, context.getConfiguration());
    } catch (IOException e) {
      throw ReadFailures.unreadable(file, e);
    }
  }

  private SlabSource open(FileSplit part, Configuration hadoop) throws IOException {
    Path path = part.getPath();
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
    FSDataInputStream raw = path.getFileSystem(hadoop).open(path);
    try {
      if (codec != null) {
        return new SlabPump(
            file, new SlabCutter(file, codec.createInputStream(raw), 0, Long.MAX_VALUE));
      }
      raw.seek(Math.max(0, part.getStart() - 1));
      return new SlabCutter(file, raw, part.getStart(), part.getStart() + part.getLength());
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  @Override
  public boolean nextKeyValue() {
    try {
      slab = source.next();
      return slab != null;
    } catch (IOException e) {
      throw ReadFailures.unreadable(file, e);
    }
  }

  @Override
  public NullWritable getCurrentKey() {
    return NullWritable.get();
  }

  @Override
  public LineSlab getCurrentValue() {
    return slab;
  }

  /** Unknown before the end. */
  @Override
  public float getProgress() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    if (source != null) {
      source.close();
    }
  }
}
