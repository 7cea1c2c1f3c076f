package org.sparknmf.frame.rows;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Ids in the type that a model holds: new data may have been read with another one, since a single
 * word among integers makes strings of all.
 *
 * @param longs whether the model holds longs, not strings
 */
public record HeldIds(boolean longs) implements Serializable {
  /** A long as a program prints it, though perhaps too large. */
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,18}");

  /** Ids of that type, string or long. */
  public static HeldIds of(DataType type) {
    return new HeldIds(type.equals(DataTypes.LongType));
  }

  /** An id as the model would hold it; as it is where the model cannot hold it. */
  public Object of(Object id) {
    if (longs) {
      return id instanceof String text ? number(text) : id;
    }
    return id instanceof Long ? id.toString() : id;
  }

  private static Object number(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return text;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** A column of ids as the model would hold them; null where it cannot hold one. */
  public Column column(String column) {
    Column ids = functions.col(column);
    return longs
        ? functions.when(
            ids.cast(DataTypes.StringType).rlike("^(" + INTEGER.pattern() + ")$"),
            functions.expr("try_cast(`%s` as bigint)".formatted(column)))
        : ids.cast(DataTypes.StringType);
  }
}
