package org.sparknmf.io.publish;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.spark.sql.Row;

/**
 * A table of one Parquet file, with the names and marks that Spark's tables have.
 *
 * @param directory of the table, not there yet
 * @param hadoop settings of the file system and of Parquet
 * @param codec how Spark is to compress, in its words
 */
record ParquetTable(Path directory, Configuration hadoop, String codec) {
  /** Spark's words for codecs that Parquet calls something else. */
  private static final Map<String, CompressionCodecName> SPARK_WORDS =
      Map.of("none", CompressionCodecName.UNCOMPRESSED, "lz4raw", CompressionCodecName.LZ4_RAW);

  /**
   * Writes it.
   *
   * @throws OutputException if that fails
   */
  void write(RowsToParquet layout, Iterable<Row> rows) {
    try {
      CompressionCodecName compression = compression();
      Path file =
          new Path(
              directory,
              "part-00000-%s-c000%s.parquet"
                  .formatted(UUID.randomUUID(), compression.getExtension()));
      write(file, compression, layout, rows);
      FileSystem files = directory.getFileSystem(hadoop);
      files.create(new Path(directory, OutputLocation.SUCCESS), true).close();
    } catch (IOException e) {
      throw new OutputException(
          "%s cannot be written: %s; see to space and permissions"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  private void write(
      Path file, CompressionCodecName compression, RowsToParquet layout, Iterable<Row> rows)
      throws IOException {
    try {
      RecordWriter<Void, Row> writer =
          new ParquetOutputFormat<>(layout)
              .getRecordWriter(hadoop, file, compression, ParquetFileWriter.Mode.CREATE);
      try {
        for (Row row : rows) {
          writer.write(null, row);
        }
      } finally {
        writer.close(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private CompressionCodecName compression() {
    CompressionCodecName known = SPARK_WORDS.get(codec.toLowerCase(Locale.ROOT));
    return known == null ? CompressionCodecName.fromConf(codec) : known;
  }
}
