package org.sparknmf.io.read.json;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.table.DocumentTable;

/**
 * The fields of a JSON object that are a document.
 *
 * @param id name of the id; empty if documents are counted
 * @param text name of the text
 * @param ids strings or longs
 * @param lenient whether integers may stand for string ids
 */
public record JsonDocumentFields(String id, String text, IdType ids, boolean lenient)
    implements Serializable {

  /** The fields that the first line has. */
  public static JsonDocumentFields of(JsonFirstLine first, InputSettings input) {
    List<String> names = first.names();
    ColumnNames asked = input.columns();
    int id =
        asked
            .id()
            .map(name -> TripleColumns.required(names, name, "--id-column", first.file()))
            .orElseGet(() -> TripleColumns.position(names, "id"));
    int[] texts =
        IntStream.range(0, names.size()).filter(i -> i != id && first.isText(i)).toArray();
    int text = DocumentTable.position(names, asked.text(), texts, first.file());
    IdType type = input.text().ids().rows();
    return new JsonDocumentFields(
        id < 0 ? "" : names.get(id),
        names.get(text),
        id < 0 ? IdType.LONG : first.idType(type, names.get(id)),
        type == IdType.STRING);
  }
}
