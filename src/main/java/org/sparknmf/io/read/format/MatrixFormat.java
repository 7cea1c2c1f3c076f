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
public abstract class MatrixFormat {
  private final String name;
  private final List<InputFormat> layouts;

  /**
   * A format of some name.
   *
   * @param name what its files are called in messages, such as {@code json lines}
   * @param layouts what {@code --format} may ask of its files, apart from {@code auto}
   */
  protected MatrixFormat(String name, InputFormat... layouts) {
    this.name = name;
    this.layouts = List.of(layouts);
  }

  public final String name() {
    return name;
  }

  public final List<InputFormat> layouts() {
    return layouts;
  }

  /** Whether files are of this format; those asked before it have said no. */
  public abstract boolean fits(FileProbe probe);

  /**
   * The matrix of some files; headers are read now, the data when the frame is used.
   *
   * @param input asks for {@code auto} or for one of the {@link #layouts}
   */
  public abstract MatrixSource read(SparkSession spark, InputFiles files, InputSettings input);
}
