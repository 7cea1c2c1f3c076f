package org.sparknmf.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.FileUtils;
import org.sparknmf.testing.TestSpark;

/** The files of the gallery that are no text, and are therefore written when it is read. */
final class GalleryFiles {
  private static final int TAR_HEADER = 512;

  /** Tables as queries, by the name of their file, whose end is the format. */
  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry(
              "ratings.parquet",
              "values ('ann', 'alien', 5.0D, 978300000L), ('bob', 'alien', 3.5D, 978300001L)"
                  + " as t(userId, movieId, rating, timestamp)"),
          Map.entry("integers.parquet", "values (1, 7, 2), (2, 7, 3), (2, 9, 4) as t(a, b, c)"),
          Map.entry("likes.parquet", "values ('ann', 'alien'), ('bob', 'alien') as t(user, item)"),
          Map.entry(
              "wide-with-id.parquet",
              "values ('s1', 1.5D, 0, 2.0D), ('s2', 0.5D, 3, 0.0D) as t(sample, zinc, iron, lead)"),
          Map.entry(
              "wide-without-id.parquet",
              "values (1.5D, 0, 2.0D), (0.5D, 3, 0.0D) as t(zinc, iron, lead)"),
          Map.entry(
              "wide-with-index.parquet",
              "values (1.5D, 0, 2.0D, 0L), (0.5D, 3, 0.0D, 1L)"
                  + " as t(zinc, iron, lead, __index_level_0__)"),
          Map.entry(
              "embeddings.parquet",
              "values ('d1', array(0.5D, 1.0D), 'own'), ('d2', array(2.0D, 0.0D), 'own')"
                  + " as t(id, embedding, model)"),
          Map.entry(
              "histograms.parquet",
              "values (1, array(5, 0, 2)), (2, array(1, 4, 0)) as t(id, counts)"),
          Map.entry(
              "ratings.orc",
              "values ('ann', 'alien', 5.0D), ('bob', 'alien', 3.5D) as t(user, item, rating)"),
          Map.entry(
              "wide-with-id.orc", "values ('s1', 1.5D, 0), ('s2', 0.5D, 3) as t(id, zinc, iron)"));

  private static final Map<String, String> BYTES =
      Map.ofEntries(
          Map.entry("factors.npy", "\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f8'}"),
          Map.entry("cells.h5ad", "\u0089HDF\r\n\u001a\n"),
          Map.entry("cells.loom", "\u0089HDF\r\n\u001a\n"),
          Map.entry("matrix.h5", "\u0089HDF\r\n\u001a\n"),
          Map.entry("table.feather", "ARROW1\u0000\u0000"),
          Map.entry("frame.pkl", "\u0080\u0004\u0095"),
          Map.entry("matrix.mat", "MATLAB 5.0 MAT-file\u0000"),
          Map.entry("ratings.avro", "Obj\u0001\u0004\u0016avro.schema"),
          Map.entry("paper.pdf", "%PDF-1.5\n"),
          Map.entry("ratings.sqlite", "SQLite format 3\u0000"));

  private GalleryFiles() {}

  static void write(Path gallery) throws IOException {
    TABLES.forEach((name, query) -> table(gallery.resolve(name), query));
    for (Map.Entry<String, String> file : BYTES.entrySet()) {
      Files.write(gallery.resolve(file.getKey()), file.getValue().getBytes(ISO_8859_1));
    }
    for (String name : new String[] {"ratings.zip", "matrix.npz", "book.xlsx"}) {
      Files.write(gallery.resolve(name), zip());
    }
    Files.write(gallery.resolve("ratings.tar"), tar());
    Files.write(gallery.resolve("counts.rds"), gzip("X\n"));
    Files.write(gallery.resolve("unnamed-gzip.csv"), gzip("user,item,rating\nann,alien,5\n"));
    Files.write(gallery.resolve("excel-unicode.txt"), "\ufeffuser\titem\n".getBytes(UTF_16LE));
    compress(gallery.resolve("10x-v3"), gallery.resolve("10x-v3-gzip"));
  }

  /** A table in one file of that name, without the directory that Spark writes it into. */
  private static void table(Path file, String query) {
    String name = file.getFileName().toString();
    String format = name.substring(name.lastIndexOf('.') + 1);
    Path directory = file.resolveSibling("_" + name);
    TestSpark.session()
        .sql("select * from " + query)
        .coalesce(1)
        .write()
        .format(format)
        .save(directory.toString());
    try (Stream<Path> parts = Files.list(directory)) {
      Path part = parts.filter(path -> path.toString().endsWith(format)).findFirst().orElseThrow();
      Files.move(part, file);
      FileUtils.deleteDirectory(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write('a');
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  /** A name, then the mark of the format where it belongs, then contents. */
  private static byte[] tar() {
    StringBuilder header = new StringBuilder("ratings.csv");
    header.setLength(257);
    header.append("ustar\u000000");
    header.setLength(TAR_HEADER);
    return (header + "user,item,rating\n").getBytes(ISO_8859_1);
  }

  /** The same directory with each file compressed, as Cell Ranger writes it. */
  private static void compress(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String name : new String[] {"matrix.mtx", "barcodes.tsv", "features.tsv"}) {
      Files.write(to.resolve(name + ".gz"), gzip(Files.readString(from.resolve(name))));
    }
  }
}
