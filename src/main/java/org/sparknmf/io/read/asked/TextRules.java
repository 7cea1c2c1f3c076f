package org.sparknmf.io.read.asked;

/**
 * How text is read.
 *
 * @param header whether delimited text begins with names
 * @param delimiter what separates the fields of delimited text
 * @param idType what ids become
 */
public record TextRules(HeaderMode header, Delimiter delimiter, IdType idType) {

  /** Everything is recognised. */
  public static TextRules recognised() {
    return new TextRules(HeaderMode.AUTO, Delimiter.AUTO, IdType.AUTO);
  }
}
