package org.sparknmf.io.read.format;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.InputUnreadableException;

class ForeignFilesTest {
  @TempDir Path directory;

  private static FileProbe probe(String name, String bytes) {
    return new FileProbe(name, bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Bytes with hexadecimal ones as {@code %89}. */
  private static String bytes(String text) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean hexadecimal = text.charAt(i) == '%' && i + 2 < text.length();
      bytes.append(
          hexadecimal ? (char) Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i));
      i += hexadecimal ? 2 : 0;
    }
    return bytes.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          x.npy      | %93NUMPY%01%00  | a NumPy array, which is not read; convert it: np.savetxt(
          x.npz      | PK%03%04        | a NumPy archive, which is not read; convert it: scipy.io
          Book.XLSX  | PK%03%04        | an Excel workbook, which is not read; convert it: save
          x.xls      | %D0%CF%11%E0%A1%B1%1A%E1 | an Excel workbook
          x.zip      | PK%03%04        | a zip archive, which is not read; convert it: unzip x.zip
          pbmc.h5ad  | %89HDF%0D%0A    | an AnnData file (HDF5)
          x.loom     | %89HDF%0D%0A    | a loom file (HDF5)
          x.h5       | %89HDF%0D%0A    | an HDF5 file
          x.rds      | %1F%8B%08       | data of R, which is not read; convert it: write.csv(readRDS(
          x.RData    | RDX3            | data of R
          x.pkl      | %80%04          | a pickle of Python
          x.feather  | ARROW1          | an Arrow or Feather file
          x          | FEA1            | an Arrow or Feather file
          x.tar      | a.csv%00        | a tar archive, which is not read; convert it: tar xf x.tar
          x.tar.gz   | %1F%8B%08       | a tar archive
          x.mat      | MATLAB 5.0      | a file of MATLAB
          x.orc      | ORC%08          | an ORC file, which is not read; convert it: say --format-name
          x.avro     | Obj%01          | an Avro file
          x.csv      | %FF%FEa%00,%00  | text in UTF-16, which is not read; convert it: iconv
          x.csv      | version https://git-lfs.github.com | a pointer of Git LFS
          x.csv      | <!DOCTYPE html> | is a web page
          a.json     | [{"u":1}]       | is a JSON array; JSON is read as one object a line
          a.txt      |  [ {"u":1}      | jq -c '.[]' a.txt > x.jsonl
          combined_data_1.txt | 12:%0A7,5,2005-09-06%0A8,3,2004-01-01 | ratings as the Netflix Prize has them
          x.csv      | %1F%8B%08       | is compressed by gzip, but its name does not say so: add .gz
          """)
  void foreignFilesAreCalledByTheirNames(String name, String bytes, String message) {
    assertThatThrownBy(() -> ForeignFiles.refuse(probe(name, bytes(bytes))))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          x.csv      | PKA,b,1
          x.csv      | ORCA,b,1
          a.csv      | [1],2
          a.jsonl    | {"u":[1]}
          x.csv.gz   | %1F%8B%08
          x.csv      | 12:%0A7,5,2%0A
          x.csv      | 7,5,2005-09-06%0A
          x.npy      | 1,2,3
          """)
  void othersAreLeftAlone(String name, String bytes) {
    assertThatCode(() -> ForeignFiles.refuse(probe(name, bytes(bytes)))).doesNotThrowAnyException();
  }

  @Test
  void textThatIsCalledCompressed() throws IOException {
    Path file = Files.writeString(directory.resolve("x.csv.gz"), "a,b,1\n");
    FileProbe probe =
        new FileProbe(
            InputFiles.find(new Configuration(false), List.of(file.toString())), InputFormat.AUTO);
    assertThatThrownBy(() -> ForeignFiles.refuseFalseNames(probe))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageContaining("x.csv.gz is called .gz, but it is not compressed: drop .gz");
    TestText.write(directory, "x.csv.gz", "a,b,1\n");
    assertThatCode(() -> ForeignFiles.refuseFalseNames(probe)).doesNotThrowAnyException();
  }

  @Test
  void theCommandOpensWhatIsCompressed() {
    String file = TestText.write(directory, "c.txt.gz", "12:\n7,5,2005-09-06\n8,3,2004-01-01\n");
    FileProbe probe =
        new FileProbe(InputFiles.find(new Configuration(false), List.of(file)), InputFormat.AUTO);
    assertThatThrownBy(() -> ForeignFiles.refuse(probe))
        .hasMessageContaining("convert it: zcat c.txt.gz | awk -F, 'BEGIN {print \"user,movie")
        .hasMessageEndingWith("' > ratings.csv");
  }

  private FileProbe written(InputFormat asked, String... names) {
    for (String name : names) {
      TestText.write(directory, name, "a,b,1\n");
    }
    return new FileProbe(
        InputFiles.find(new Configuration(false), List.of(directory.toString())), asked);
  }

  @Test
  void aTextAboutTheDataIsNoPartOfIt() {
    FileProbe probe = written(InputFormat.AUTO, "part-0.csv", "README.md");
    assertThatThrownBy(() -> ForeignFiles.refuse(probe))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageContaining(directory + "/README.md lies among the files of the input")
        .hasMessageContaining("move it away");
    assertThatCode(() -> ForeignFiles.refuse(written(InputFormat.TEXT, "a.txt")))
        .doesNotThrowAnyException();
  }
}
