package org.sparknmf.io.read.format;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;

/**
 * A kind of files that matrices are in. Formats from outside are registered with {@link
 * java.util.ServiceLoader} and have a constructor without arguments.
 */
public interface MatrixFormat {

  /** What its files are called in messages, such as {@code json lines}. */
  String name();

  /** What {@code --format} may ask of its files, apart from {@code auto}. */
  List<InputFormat> layouts();

  /** Whether files are of this format; those asked before it have said no. */
  boolean fits(FileProbe probe);

  /**
   * The matrix of some files; headers are read now, the data when the frame is used.
   *
   * @param input asks for {@code auto} or for one of the {@link #layouts}
   */
  MatrixSource read(SparkSession spark, InputFiles files, InputSettings input);
}
