package org.sparknmf.io.read.lines;

import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.sparknmf.io.read.text.LineSlab;

/** Text files as slabs of lines; a compressed file is read as a whole. */
public final class SlabFormat extends FileInputFormat<NullWritable, LineSlab> {

  @Override
  protected boolean isSplitable(JobContext context, Path file) {
    return new CompressionCodecFactory(context.getConfiguration()).getCodec(file) == null;
  }

  @Override
  public RecordReader<NullWritable, LineSlab> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new SlabRecords();
  }
}
