package org.sparknmf.io.read.asked;

import java.util.List;
import java.util.Optional;
import org.sparknmf.linalg.EmptyCells;

/**
 * Where a matrix is read from, and how.
 *
 * @param place where it is
 * @param format how it is laid out
 * @param columns names of the columns that hold it
 * @param labels files of ids
 * @param text how text is read
 * @param documents which words of documents are counted
 * @param cells what cells are to the matrix
 */
public record InputSettings(
    InputPlace place,
    InputFormat format,
    ColumnNames columns,
    LabelPaths labels,
    TextRules text,
    DocumentRules documents,
    CellRules cells) {

  /** Files, with all defaults: everything is recognised. */
  public static InputSettings of(String... paths) {
    return of(new InputPlace(List.of(paths), Optional.empty()));
  }

  /** A table, with all defaults. */
  public static InputSettings of(TableSource table) {
    return of(new InputPlace(List.of(), Optional.of(table)));
  }

  private static InputSettings of(InputPlace place) {
    return new InputSettings(
        place,
        InputFormat.AUTO,
        ColumnNames.byRule(),
        LabelPaths.byRule(),
        TextRules.recognised(),
        DocumentRules.byDefault(),
        CellRules.byDefault());
  }

  /** With that layout of the files. */
  public InputSettings withFormat(InputFormat wanted) {
    return new InputSettings(place, wanted, columns, labels, text, documents, cells);
  }

  /** With those column names. */
  public InputSettings withColumns(ColumnNames names) {
    return new InputSettings(place, format, names, labels, text, documents, cells);
  }

  /** With ids from those files. */
  public InputSettings withLabels(LabelPaths paths) {
    return new InputSettings(place, format, columns, paths, text, documents, cells);
  }

  /** With text read so. */
  public InputSettings withText(TextRules rules) {
    return new InputSettings(place, format, columns, labels, rules, documents, cells);
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

  /** With words counted so. */
  public InputSettings withDocuments(DocumentRules rules) {
    return new InputSettings(place, format, columns, labels, text, rules, cells);
  }

  /** With cells taken so. */
  public InputSettings withCells(CellRules rules) {
    return new InputSettings(place, format, columns, labels, text, documents, rules);
  }

  /** With rows of the files as rows or as columns. */
  public InputSettings withOrientation(FileOrientation orientation) {
    return withCells(new CellRules(orientation, emptyCells(), badRows()));
  }

  /** With cells that are not stored taken so. */
  public InputSettings withEmptyCells(EmptyCells emptyCells) {
    return withCells(new CellRules(cells.orientation(), emptyCells, badRows()));
  }

  /** With bad rows dealt with so. */
  public InputSettings withBadRows(BadRows badRows) {
    return withCells(new CellRules(cells.orientation(), emptyCells(), badRows));
  }

  public EmptyCells emptyCells() {
    return cells.emptyCells();
  }

  public BadRows badRows() {
    return cells.badRows();
  }

  public boolean transposed() {
    return cells.orientation() == FileOrientation.TRANSPOSED;
  }
}
