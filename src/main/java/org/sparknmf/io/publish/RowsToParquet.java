package org.sparknmf.io.publish;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Hands rows to Parquet as Spark does: same fields, same words about them in the file's end. */
final class RowsToParquet extends WriteSupport<Row> {
  private static final String VERSION = "org.apache.spark.version";
  private static final String SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private final StructType schema;
  private final String sparkVersion;
  private RecordConsumer out;

  /** For rows of a schema. */
  RowsToParquet(StructType schema, String sparkVersion) {
    this.schema = schema;
    this.sparkVersion = sparkVersion;
  }

  /** The one way to begin that all versions of Parquet have. */
  @Override
  @SuppressWarnings("deprecation")
  public WriteContext init(Configuration configuration) {
    return new WriteContext(
        ParquetLayout.of(schema), Map.of(VERSION, sparkVersion, SCHEMA, schema.json()));
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    this.out = recordConsumer;
  }

  @Override
  public void write(Row row) {
    out.startMessage();
    fields(row, schema);
    out.endMessage();
  }

  private void fields(Row row, StructType type) {
    StructField[] fields = type.fields();
    for (int i = 0; i < fields.length; i++) {
      if (!row.isNullAt(i)) {
        out.startField(fields[i].name(), i);
        value(row, i, fields[i].dataType());
        out.endField(fields[i].name(), i);
      }
    }
  }

  private void value(Row row, int i, DataType type) {
    if (!(type instanceof ArrayType array)) {
      value(row.get(i), type);
    } else if (row.get(i) instanceof double[] numbers) {
      numbers(numbers);
    } else {
      items(row.get(i) instanceof List<?> some ? some : row.getList(i), array.elementType());
    }
  }

  private void numbers(double[] numbers) {
    out.startGroup();
    if (numbers.length > 0) {
      out.startField(ParquetLayout.LIST, 0);
      for (double number : numbers) {
        out.startGroup();
        out.startField(ParquetLayout.ELEMENT, 0);
        out.addDouble(number);
        out.endField(ParquetLayout.ELEMENT, 0);
        out.endGroup();
      }
      out.endField(ParquetLayout.LIST, 0);
    }
    out.endGroup();
  }

  private void items(List<?> items, DataType type) {
    out.startGroup();
    if (!items.isEmpty()) {
      out.startField(ParquetLayout.LIST, 0);
      for (Object item : items) {
        out.startGroup();
        if (item != null) {
          out.startField(ParquetLayout.ELEMENT, 0);
          value(item, type);
          out.endField(ParquetLayout.ELEMENT, 0);
        }
        out.endGroup();
      }
      out.endField(ParquetLayout.LIST, 0);
    }
    out.endGroup();
  }

  private void value(Object value, DataType type) {
    if (value instanceof Row struct) {
      out.startGroup();
      fields(struct, (StructType) type);
      out.endGroup();
    } else if (value instanceof Long number) {
      out.addLong(number);
    } else if (value instanceof Integer number) {
      out.addInteger(number);
    } else if (value instanceof Double number) {
      out.addDouble(number);
    } else if (value instanceof Boolean truth) {
      out.addBoolean(truth);
    } else {
      out.addBinary(Binary.fromString((String) value));
    }
  }
}
