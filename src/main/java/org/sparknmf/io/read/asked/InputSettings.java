package org.sparknmf.io.read.asked;

import java.util.List;
import java.util.Optional;
import org.sparknmf.linalg.EmptyCells;

/**
 * Where a matrix is read from, and how.
 *
 * @param paths files, directories or globs, on any Hadoop file system; none where a table is read
 * @param table the table to read, if it is not files
 * @param format how the matrix is laid out
 * @param columns names of the columns that hold it
 * @param labels files of ids
 * @param text how text is read
 * @param documents which words of documents are counted
 * @param orientation whether rows of the files are rows of the matrix; labels and column names
 *     always speak of the files
 * @param emptyCells what a cell is that is not stored
 * @param badRows what becomes of rows and lines that are no part of a matrix
 */
public record InputSettings(
    List<String> paths,
    Optional<TableSource> table,
    InputFormat format,
    ColumnNames columns,
    LabelPaths labels,
    TextRules text,
    DocumentRules documents,
    FileOrientation orientation,
    EmptyCells emptyCells,
    BadRows badRows) {

  /** Copies the list of paths. */
  public InputSettings {
    paths = List.copyOf(paths);
  }

  /** Files, with all defaults: everything is recognised. */
  public static InputSettings of(String... paths) {
    return of(List.of(paths), Optional.empty());
  }

  /** A table, with all defaults. */
  public static InputSettings of(TableSource table) {
    return of(List.of(), Optional.of(table));
  }

  private static InputSettings of(List<String> paths, Optional<TableSource> table) {
    return new InputSettings(
        paths,
        table,
        InputFormat.AUTO,
        ColumnNames.byRule(),
        LabelPaths.byRule(),
        TextRules.recognised(),
        DocumentRules.byDefault(),
        FileOrientation.AS_STORED,
        EmptyCells.ZERO,
        BadRows.FAIL);
  }

  /** With that layout of the files. */
  public InputSettings withFormat(InputFormat newFormat) {
    return new InputSettings(
        paths,
        table,
        newFormat,
        columns,
        labels,
        text,
        documents,
        orientation,
        emptyCells,
        badRows);
  }

  /** With row ids of triples in that column. */
  public InputSettings withRowColumn(String name) {
    return withColumns(columns.withRow(name));
  }

  /** With column ids of triples in that column. */
  public InputSettings withColumnColumn(String name) {
    return withColumns(columns.withColumn(name));
  }

  /** With values of triples in that column. */
  public InputSettings withValueColumn(String name) {
    return withColumns(columns.withValue(name));
  }

  /** With weights of triples in that column. */
  public InputSettings withWeightColumn(String name) {
    return withColumns(columns.withWeight(name));
  }

  /** With row ids of vectors, dense rows or documents in that column. */
  public InputSettings withIdColumn(String name) {
    return withColumns(columns.withId(name));
  }

  /** With vectors in that column. */
  public InputSettings withFeaturesColumn(String name) {
    return withColumns(columns.withFeatures(name));
  }

  /** With text of documents in that column. */
  public InputSettings withTextColumn(String name) {
    return withColumns(columns.withText(name));
  }

  /** With those column names. */
  public InputSettings withColumns(ColumnNames newColumns) {
    return new InputSettings(
        paths,
        table,
        format,
        newColumns,
        labels,
        text,
        documents,
        orientation,
        emptyCells,
        badRows);
  }

  /** With row ids from that file. */
  public InputSettings withRowLabels(String path) {
    return withLabels(new LabelPaths(Optional.of(path), labels.columns()));
  }

  /** With column ids from that file. */
  public InputSettings withColumnLabels(String path) {
    return withLabels(new LabelPaths(labels.rows(), Optional.of(path)));
  }

  /** With ids from those files. */
  public InputSettings withLabels(LabelPaths newLabels) {
    return new InputSettings(
        paths,
        table,
        format,
        columns,
        newLabels,
        text,
        documents,
        orientation,
        emptyCells,
        badRows);
  }

  /** With or without a line of names. */
  public InputSettings withHeader(HeaderMode header) {
    return withText(new TextRules(header, text.delimiter(), text.idType()));
  }

  /** With fields separated so. */
  public InputSettings withDelimiter(Delimiter delimiter) {
    return withText(new TextRules(text.header(), delimiter, text.idType()));
  }

  /** With ids of that type. */
  public InputSettings withIdType(IdType idType) {
    return withText(new TextRules(text.header(), text.delimiter(), idType));
  }

  /** With text read so. */
  public InputSettings withText(TextRules newText) {
    return new InputSettings(
        paths,
        table,
        format,
        columns,
        labels,
        newText,
        documents,
        orientation,
        emptyCells,
        badRows);
  }

  /** With words counted so. */
  public InputSettings withDocuments(DocumentRules newDocuments) {
    return new InputSettings(
        paths,
        table,
        format,
        columns,
        labels,
        text,
        newDocuments,
        orientation,
        emptyCells,
        badRows);
  }

  /** That way round. */
  public InputSettings withOrientation(FileOrientation newOrientation) {
    return new InputSettings(
        paths,
        table,
        format,
        columns,
        labels,
        text,
        documents,
        newOrientation,
        emptyCells,
        badRows);
  }

  /** With cells that are not stored taken so. */
  public InputSettings withEmptyCells(EmptyCells newEmptyCells) {
    return new InputSettings(
        paths,
        table,
        format,
        columns,
        labels,
        text,
        documents,
        orientation,
        newEmptyCells,
        badRows);
  }

  /** With bad rows dealt with so. */
  public InputSettings withBadRows(BadRows newBadRows) {
    return new InputSettings(
        paths,
        table,
        format,
        columns,
        labels,
        text,
        documents,
        orientation,
        emptyCells,
        newBadRows);
  }

  public boolean transposed() {
    return orientation == FileOrientation.TRANSPOSED;
  }
}
