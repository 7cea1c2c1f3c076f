package org.sparknmf.io.read.table;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;

/**
 * The columns of a Parquet file as its footer has them, for files with a type that Spark refuses:
 * the others can still be read.
 *
 * @param readable columns that ids and numbers can be read from
 * @param others types of the other columns, as Parquet calls them
 */
record ParquetFooter(StructType readable, Map<String, String> others) {

  static ParquetFooter of(Configuration hadoop, Path file) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      StructType readable = new StructType();
      Map<String, String> others = new TreeMap<>();
      for (Type field : reader.getFooter().getFileMetaData().getSchema().getFields()) {
        Optional<DataType> type = type(field);
        if (type.isPresent()) {
          readable = readable.add(field.getName(), type.get());
        } else {
          others.put(field.getName(), words(field));
        }
      }
      return new ParquetFooter(readable, new LinkedHashMap<>(others));
    } catch (IOException e) {
      throw ReadFailures.unreadable(Places.show(file), e);
    }
  }

  private static String words(Type field) {
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    if (logical != null) {
      return logical.toString();
    }
    return field.isPrimitive() ? field.asPrimitiveType().getPrimitiveTypeName().name() : "group";
  }

  private static Optional<DataType> type(Type field) {
    if (field.isRepetition(Type.Repetition.REPEATED)) {
      return Optional.empty();
    }
    return field.isPrimitive() ? primitive(field.asPrimitiveType()) : list(field.asGroupType());
  }

  private static Optional<DataType> list(GroupType group) {
    boolean usual =
        group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
            && group.getFieldCount() == 1
            && !group.getType(0).isPrimitive()
            && group.getType(0).asGroupType().getFieldCount() == 1
            && group.getType(0).asGroupType().getType(0).isPrimitive();
    return usual
        ? type(group.getType(0).asGroupType().getType(0)).map(DataTypes::createArrayType)
        : Optional.empty();
  }

  private static Optional<DataType> primitive(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return Optional.of(DataTypes.createDecimalType(decimal.getPrecision(), decimal.getScale()));
    }
    if (logical instanceof StringLogicalTypeAnnotation) {
      return Optional.of(DataTypes.StringType);
    }
    if (logical instanceof IntLogicalTypeAnnotation integer) {
      return Optional.of(integer(integer));
    }
    return logical == null ? plain(type) : Optional.empty();
  }

  private static DataType integer(IntLogicalTypeAnnotation type) {
    int bits = type.isSigned() ? type.getBitWidth() : 2 * type.getBitWidth();
    return switch (bits) {
      case 8 -> DataTypes.ByteType;
      case 16 -> DataTypes.ShortType;
      case 32 -> DataTypes.IntegerType;
      case 64 -> DataTypes.LongType;
      default -> DataTypes.createDecimalType(20, 0);
    };
  }

  private static Optional<DataType> plain(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> Optional.of(DataTypes.IntegerType);
      case INT64 -> Optional.of(DataTypes.LongType);
      case FLOAT -> Optional.of(DataTypes.FloatType);
      case DOUBLE -> Optional.of(DataTypes.DoubleType);
      case BOOLEAN -> Optional.of(DataTypes.BooleanType);
      default -> Optional.empty();
    };
  }
}
