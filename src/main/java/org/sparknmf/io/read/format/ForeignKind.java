package org.sparknmf.io.read.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of files that others write and that are not read, known by first bytes and name. */
enum ForeignKind {
  NPY(
      "a NumPy array",
      "np.savetxt('x.csv', np.load('%s'), delimiter=',')",
      List.of(".npy"),
      "\u0093NUMPY"),
  NPZ(
      "a NumPy archive",
      "scipy.io.mmwrite('x.mtx', scipy.sparse.load_npz('%s'))",
      List.of(".npz"),
      "PK\u0003\u0004"),
  EXCEL(
      "an Excel workbook",
      "save the sheet as CSV, or pandas.read_excel('%s').to_csv('x.csv', index=False)",
      List.of(".xlsx", ".xlsm"),
      "PK\u0003\u0004"),
  OLD_EXCEL(
      "an Excel workbook",
      "save the sheet as CSV, or pandas.read_excel('%s').to_csv('x.csv', index=False)",
      List.of(".xls"),
      "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
  ZIP("a zip archive", "unzip %s", List.of(), "PK\u0003\u0004"),
  H5AD(
      "an AnnData file (HDF5)",
      "scipy.io.mmwrite('x.mtx', anndata.read_h5ad('%s').X)",
      List.of(".h5ad"),
      "\u0089HDF\r\n"),
  LOOM(
      "a loom file (HDF5)",
      "scipy.io.mmwrite('x.mtx', anndata.read_loom('%s').X)",
      List.of(".loom"),
      "\u0089HDF\r\n"),
  HDF5(
      "an HDF5 file",
      "scipy.io.mmwrite('x.mtx', scanpy.read_10x_h5('%s').X) for 10x, or pandas.read_hdf to Parquet",
      List.of(),
      "\u0089HDF\r\n"),
  R_DATA(
      "data of R",
      "write.csv(readRDS('%s'), 'x.csv'), or Matrix::writeMM for a sparse matrix",
      List.of(".rds", ".rdata", ".rda"),
      "\u001F\u008B",
      "RDX",
      "RDA",
      "X\n\u0000",
      "A\n",
      "BZh",
      "\u00FD7zXZ"),
  PICKLE(
      "a pickle of Python",
      "pandas.read_pickle('%s').to_parquet('x.parquet')",
      List.of(".pkl", ".pickle"),
      "\u0080"),
  ARROW(
      "an Arrow or Feather file",
      "pandas.read_feather('%s').to_parquet('x.parquet')",
      List.of(),
      "ARROW1",
      "FEA1"),
  MATLAB(
      "a file of MATLAB",
      "scipy.io.mmwrite('x.mtx', scipy.io.loadmat('%s')['X'])",
      List.of(),
      "MATLAB "),
  SQLITE(
      "an SQLite database",
      "sqlite3 -csv -header %s 'select * from NAME' > x.csv",
      List.of(),
      "SQLite format 3\u0000"),
  TAR("a tar archive", "tar xf %s", List.of(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")),
  SEVEN_ZIP("a 7z archive", "7z x %s", List.of(), "7z\u00BC\u00AF"),
  XZ("compressed by xz", "xz -d %s", List.of(), "\u00FD7zXZ"),
  ORC("an ORC file", "say --format-name orc", List.of(".orc"), "ORC"),
  AVRO(
      "an Avro file",
      "say --format-name avro, with --packages org.apache.spark:spark-avro_2.13:VERSION after --spark",
      List.of(),
      "Obj\u0001"),
  SEQUENCE("a sequence file of Hadoop", "write it as Parquet by Spark", List.of(), "SEQ\u0006"),
  PDF("a PDF", "pdftotext %s", List.of(), "%PDF-"),
  UTF_16(
      "text in UTF-16",
      "iconv -f UTF-16 -t UTF-8 %s > x.csv",
      List.of(),
      "\u00FF\u00FE",
      "\u00FE\u00FF"),
  LFS(
      "a pointer of Git LFS, not the file itself",
      "git lfs pull",
      List.of(),
      "version https://git-lfs");

  private static final int TAR_MARK_AT = 257;

  private final String words;
  private final String remedy;

  // Nobody changes lists of List.of.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> suffixes;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> marks;

  ForeignKind(String words, String remedy, List<String> suffixes, String... marks) {
    this.words = words;
    this.remedy = remedy;
    this.suffixes = suffixes;
    this.marks = List.of(marks);
  }

  /**
   * The kind of a file, if it is foreign.
   *
   * @param name in lower case
   * @param text its first bytes, as they are stored, each a character
   */
  static Optional<ForeignKind> of(String name, String text) {
    return Arrays.stream(values()).filter(kind -> kind.fits(name, text)).findFirst();
  }

  private boolean fits(String name, String text) {
    boolean named = suffixes.isEmpty() || suffixes.stream().anyMatch(name::endsWith);
    return this == TAR
        ? named || text.startsWith("ustar", TAR_MARK_AT)
        : named && marks.stream().anyMatch(text::startsWith);
  }

  /** What it is and how it becomes something that is read. */
  String refusal(String shown, String name) {
    return "%s is %s, which is not read; convert it: %s"
        .formatted(shown, words, remedy.replace("%s", name));
  }
}
