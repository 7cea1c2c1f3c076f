package org.sparknmf.io.publish;

import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The Parquet schema that Spark gives to a table of our own types, by the rules of the Parquet
 * format for lists and strings (<a
 * href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">LogicalTypes</a>).
 */
final class ParquetLayout {
  /** The name that Spark gives to the schema of every file. */
  private static final String MESSAGE = "spark_schema";

  static final String LIST = "list";
  static final String ELEMENT = "element";

  private ParquetLayout() {}

  /** The layout; a type that no table of ours has is a mistake in the program. */
  static MessageType of(StructType schema) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (StructField field : schema.fields()) {
      message.addField(type(field.name(), field.dataType(), field.nullable()));
    }
    return message.named(MESSAGE);
  }

  private static Type type(String name, DataType type, boolean isNullable) {
    Type.Repetition repetition = isNullable ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
    if (type instanceof ArrayType array) {
      Type element = type(ELEMENT, array.elementType(), array.containsNull());
      Type list = Types.repeatedGroup().addField(element).named(LIST);
      return Types.buildGroup(repetition)
          .addField(list)
          .as(LogicalTypeAnnotation.listType())
          .named(name);
    }
    if (type instanceof StructType struct) {
      Types.GroupBuilder<org.apache.parquet.schema.GroupType> group = Types.buildGroup(repetition);
      for (StructField field : struct.fields()) {
        group.addField(type(field.name(), field.dataType(), field.nullable()));
      }
      return group.named(name);
    }
    if (type.equals(DataTypes.StringType)) {
      return Types.primitive(PrimitiveTypeName.BINARY, repetition)
          .as(LogicalTypeAnnotation.stringType())
          .named(name);
    }
    return Types.primitive(
            primitive(type)
                .orElseThrow(
                    () -> new IllegalArgumentException("no table of ours has " + type.sql())),
            repetition)
        .named(name);
  }

  private static Optional<PrimitiveTypeName> primitive(DataType type) {
    if (type.equals(DataTypes.LongType)) {
      return Optional.of(PrimitiveTypeName.INT64);
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Optional.of(PrimitiveTypeName.INT32);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Optional.of(PrimitiveTypeName.BOOLEAN);
    }
    return type.equals(DataTypes.DoubleType)
        ? Optional.of(PrimitiveTypeName.DOUBLE)
        : Optional.empty();
  }
}
