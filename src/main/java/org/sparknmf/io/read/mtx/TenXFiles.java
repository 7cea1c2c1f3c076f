package org.sparknmf.io.read.mtx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * The files of one matrix of 10x Genomics, plain or gzipped, perhaps all with the same words before
 * their names.
 *
 * @param matrix {@code matrix.mtx}: features x barcodes
 * @param barcodes {@code barcodes.tsv}
 * @param features {@code features.tsv}, or {@code genes.tsv} as older versions have it
 */
public record TenXFiles(Path matrix, Path barcodes, Path features) {
  private static final String MATRIX = "matrix.mtx";
  private static final String BARCODES = "barcodes.tsv";
  private static final List<String> FEATURES = List.of("features.tsv", "genes.tsv");

  /** Whether all files are there, and nothing else that could be a matrix. */
  public static boolean areIn(InputFiles files) {
    return matrices(files).size() == 1
        && isThere(files, List.of(BARCODES))
        && isThere(files, FEATURES);
  }

  private static boolean isThere(InputFiles files, List<String> names) {
    return files.files().stream()
        .anyMatch(file -> names.stream().anyMatch(name -> isNamed(file, name)));
  }

  private static boolean isNamed(Path file, String name) {
    String lower = file.getName().toLowerCase(Locale.ROOT);
    return lower.endsWith(name) || lower.endsWith(name + ".gz");
  }

  private static List<Path> matrices(InputFiles files) {
    return files.files().stream().filter(file -> isNamed(file, MATRIX)).toList();
  }

  /** The only matrix among some files, and what lies beside it. */
  static TenXFiles of(InputFiles files) {
    List<Path> matrices = matrices(files);
    String place = String.join(", ", files.shownRoots());
    if (matrices.isEmpty()) {
      throw new InputUnreadableException(
          place
              + " has no matrix.mtx or matrix.mtx.gz; a directory of 10x has it beside barcodes.tsv"
              + " and features.tsv: check the path, or --format");
    }
    if (matrices.size() > 1) {
      throw new InvalidMatrixException(
          "%s and %d more matrices; 10x is one directory: give its path"
              .formatted(Places.show(matrices.get(0)), matrices.size() - 1));
    }
    Path matrix = matrices.get(0);
    return new TenXFiles(
        matrix, beside(files, matrix, List.of(BARCODES)), beside(files, matrix, FEATURES));
  }

  private static Path beside(InputFiles files, Path matrix, List<String> names) {
    String name = matrix.getName();
    String prefix = name.substring(0, name.toLowerCase(Locale.ROOT).lastIndexOf(MATRIX));
    Optional<Path> found =
        names.stream()
            .flatMap(file -> Labels.beside(files, matrix, prefix + file).stream())
            .findFirst();
    return found.orElseThrow(
        () ->
            new InputUnreadableException(
                "%s has no %s, plain or with .gz, beside %s; a directory of 10x has matrix, barcodes"
                        .formatted(
                            Places.show(matrix.getParent()),
                            prefix + String.join(" or " + prefix, names),
                            name)
                    + " and features: copy the missing file there, or say --format mtx"));
  }
}
