package org.sparknmf.io.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.delimited.DelimitedFormat;
import org.sparknmf.io.read.documents.DocumentFiles;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.ForeignFiles;
import org.sparknmf.io.read.format.MatrixFormat;
import org.sparknmf.io.read.gct.GctFormat;
import org.sparknmf.io.read.json.JsonFormat;
import org.sparknmf.io.read.libsvm.LdaFormat;
import org.sparknmf.io.read.libsvm.LibsvmReader;
import org.sparknmf.io.read.mtx.DocwordFormat;
import org.sparknmf.io.read.mtx.MtxFormat;
import org.sparknmf.io.read.mtx.TenXFormat;
import org.sparknmf.io.read.table.ParquetFormat;
import org.sparknmf.io.read.text.SimilarNames;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.Services;

/** The formats that there are: those registered with {@link Services}, then our own. */
public final class Formats {
  /** The built-in formats, in the order in which they are asked whether a file is theirs. */
  private static final List<MatrixFormat> OURS =
      List.of(
          new TenXFormat(),
          new MtxFormat(),
          new ParquetFormat(),
          new JsonFormat(),
          new DocwordFormat(),
          new GctFormat(),
          new LdaFormat(),
          new LibsvmReader(),
          new DocumentFiles(),
          new DelimitedFormat());

  private static final Services<MatrixFormat> OTHERS = new Services<>(MatrixFormat.class);

  private Formats() {}

  private static Stream<MatrixFormat> all() {
    return Stream.concat(OTHERS.all().stream(), OURS.stream());
  }

  /** The layout of that name, in any case; else an error that lists the names. */
  public static InputFormat parse(String text) {
    List<InputFormat> known = known();
    List<String> names = known.stream().map(InputFormat::toString).toList();
    int found = names.indexOf(text.strip().toLowerCase(Locale.ROOT));
    if (found < 0) {
      throw new InvalidSettingException(
          "--format must be one of %s, got '%s'%s"
              .formatted(String.join(", ", names), text, SimilarNames.hint(text, names)));
    }
    return known.get(found);
  }

  /** The word, if it is one of a format from outside. */
  public static Optional<String> registered(String word) {
    return Optional.of(word).filter(w -> known().contains(new InputFormat(w)));
  }

  /** Our own layouts, then those of formats from outside. */
  private static List<InputFormat> known() {
    Stream<InputFormat> all = all().flatMap(format -> format.layouts().stream());
    return Stream.concat(InputFormat.DOCUMENTED.stream(), all).distinct().toList();
  }

  /** The first format that fits. */
  static MatrixFormat of(FileProbe probe) {
    ForeignFiles.refuseFalseNames(probe);
    Optional<MatrixFormat> other =
        OTHERS.all().stream().filter(format -> format.fits(probe)).findFirst();
    return other.orElseGet(() -> ofOurs(probe));
  }

  private static MatrixFormat ofOurs(FileProbe probe) {
    ForeignFiles.refuse(probe);
    return OURS.stream()
        .filter(format -> format.fits(probe))
        .findFirst()
        .orElseThrow(
            () ->
                new InputUnreadableException(
                    probe.file()
                        + " is neither UTF-8 text nor Parquet; give MatrixMarket, CSV, TSV, JSON"
                        + " lines, libsvm or Parquet: convert it"));
  }
}
