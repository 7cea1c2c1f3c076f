package org.sparknmf.io.read.asked;

import java.util.List;
import java.util.Optional;
import org.sparknmf.linalg.EmptyCells;

/**
 * The place from which a matrix is read, and the rules of reading it.
 *
 * @param place where it is
 * @param format how it is laid out
 * @param columns names of the columns that hold it
 * @param labels files of ids
 * @param text how text is read
 * @param documents which words of documents are counted
 * @param cells what cells are to the matrix
 * @param rules what single formats are told
 */
public record InputSettings(
    InputPlace place,
    InputFormat format,
    ColumnNames columns,
    LabelPaths labels,
    TextRules text,
    DocumentRules documents,
    CellRules cells,
    FormatRules rules) {

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
        CellRules.byDefault(),
        FormatRules.byDefault());
  }

  /** These settings with another layout of the files. */
  public InputSettings withFormat(InputFormat wanted) {
    return new InputSettings(place, wanted, columns, labels, text, documents, cells, rules);
  }

  /** These settings with other column names. */
  public InputSettings withColumns(ColumnNames names) {
    return new InputSettings(place, format, names, labels, text, documents, cells, rules);
  }

  /** These settings with ids from those files. */
  public InputSettings withLabels(LabelPaths paths) {
    return new InputSettings(place, format, columns, paths, text, documents, cells, rules);
  }

  /** These settings with other rules for text. */
  public InputSettings withText(TextRules written) {
    return new InputSettings(place, format, columns, labels, written, documents, cells, rules);
  }

  /** These settings with or without a line of names. */
  public InputSettings withHeader(HeaderMode header) {
    return withText(text.with(header));
  }

  /** These settings with another type of all ids. */
  public InputSettings withIdType(IdType idType) {
    return withText(text.with(IdTypes.both(idType)));
  }

  /** These settings with other rules for the words of documents. */
  public InputSettings withDocuments(DocumentRules counted) {
    return new InputSettings(place, format, columns, labels, text, counted, cells, rules);
  }

  /** These settings with other rules for cells. */
  public InputSettings withCells(CellRules stored) {
    return new InputSettings(place, format, columns, labels, text, documents, stored, rules);
  }

  /** These settings with other rules of single formats. */
  public InputSettings withRules(FormatRules others) {
    return new InputSettings(place, format, columns, labels, text, documents, cells, others);
  }

  /** These settings with rows of the files as rows or as columns. */
  public InputSettings withOrientation(FileOrientation orientation) {
    return withCells(new CellRules(orientation, emptyCells(), badRows()));
  }

  /** These settings with another meaning of cells that are not stored. */
  public InputSettings withEmptyCells(EmptyCells emptyCells) {
    return withCells(new CellRules(cells.orientation(), emptyCells, badRows()));
  }

  /** These settings with another treatment of bad rows. */
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
