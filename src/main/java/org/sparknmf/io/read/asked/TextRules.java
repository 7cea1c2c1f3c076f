package org.sparknmf.io.read.asked;

/**
 * How text is read.
 *
 * @param header whether delimited text begins with names
 * @param delimiter what separates the fields of delimited text
 * @param ids what ids become
 * @param lines which lines are left out, and how fields are written
 * @param choice which columns of dense rows are values
 */
public record TextRules(
    HeaderMode header, Delimiter delimiter, IdTypes ids, LineRules lines, ColumnChoice choice) {

  /** Everything is recognised. */
  public static TextRules recognised() {
    return new TextRules(
        HeaderMode.AUTO,
        Delimiter.AUTO,
        IdTypes.both(IdType.AUTO),
        LineRules.recognised(),
        ColumnChoice.all());
  }

  /** These rules with or without a line of names. */
  public TextRules with(HeaderMode newHeader) {
    return new TextRules(newHeader, delimiter, ids, lines, choice);
  }

  /** These rules with other types of ids. */
  public TextRules with(IdTypes newIds) {
    return new TextRules(header, delimiter, newIds, lines, choice);
  }

  /** These rules with other lines left out. */
  public TextRules with(LineRules newLines) {
    return new TextRules(header, delimiter, ids, newLines, choice);
  }

  /** These rules with a choice of columns. */
  public TextRules with(ColumnChoice newChoice) {
    return new TextRules(header, delimiter, ids, lines, newChoice);
  }
}
