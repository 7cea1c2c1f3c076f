package org.sparknmf.io.read.documents;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.DocumentRules;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.SourceNotes;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Documents before their words are counted.
 *
 * @param data rows of id (or position, where rows are counted) and text in lower case
 * @param ids strings or longs
 * @param rows where row ids come from
 * @param place the input, for messages
 * @param notes what is said of them
 */
public record Documents(FrameRows data, IdType ids, Axis rows, String place, SourceNotes notes) {

  /** The fields of documents. */
  public static StructType schema(IdType ids) {
    return new StructType()
        .add(CellSchema.vectors(ids).fields()[0])
        .add(WordCounts.TEXT, DataTypes.StringType, false);
  }

  /** Refuses options that have no meaning for documents. */
  public static void require(InputSettings input) {
    if (input.emptyCells() == EmptyCells.MISSING) {
      throw new InvalidSettingException(
          "--empty-cells missing has no meaning for text: how often a document has a word is always"
              + " known; leave it out");
    }
    if (input.columns().anyOfTriples() || input.labels().any()) {
      throw new InvalidSettingException(
          "options that name columns of triples, or labels, have no meaning for text, whose columns"
              + " are its words; leave out all but --id-column and --text-column");
    }
  }

  /** The matrix of their words; finds the words with a Spark job. */
  public MatrixSource counted(InputSettings input) {
    require(input);
    WordCounts counts = new WordCounts(input.documents());
    List<String> vocabulary =
        ReadFailures.explaining(
                place, notes.firstBadPlace(), () -> counts.vocabulary(data.table()).collectAsList())
            .stream()
            .map(row -> row.getString(0))
            .toList();
    if (vocabulary.isEmpty()) {
      throw emptyVocabulary(input.documents());
    }
    Dataset<Row> vectors = counts.vectors(data.table(), vocabulary);
    String description =
        "%s; %d words, each in %d documents or more, stop words: %s"
            .formatted(
                notes.description(),
                vocabulary.size(),
                input.documents().minDocuments(),
                input.documents().stopWords().name().toLowerCase(Locale.ROOT));
    return new SourceNotes(description, notes.files(), notes.firstBadPlace(), notes.rejected())
        .vectors(
            InputFormat.TEXT,
            FrameRows.of(vectors, data.areFew(), false),
            ids,
            rows,
            new Axis.Labelled(vocabulary),
            input);
  }

  private InvalidMatrixException emptyVocabulary(DocumentRules rules) {
    return Places.bad(
        place,
        "no word is in %d documents or more; a matrix needs columns: lower --min-documents, say"
                .formatted(rules.minDocuments())
            + " --stop-words none, or check the input, of which a text file is one document");
  }
}
