package org.sparknmf.io.read.table;

import com.esotericsoftware.kryo.Kryo;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.serializer.KryoRegistrator;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Tells Kryo the column types that Spark's own tasks send home from Parquet footers and CSV and
 * that Spark does not register itself. Needed only under {@code spark.kryo.registrationRequired}.
 */
public final class ParquetSchemaRegistrator implements KryoRegistrator {

  @Override
  public void registerClasses(Kryo kryo) {
    Stream.of(
            DataTypes.BinaryType,
            DataTypes.BooleanType,
            DataTypes.ByteType,
            DataTypes.DateType,
            DataTypes.FloatType,
            DataTypes.NullType,
            DataTypes.ShortType,
            DataTypes.TimestampType,
            DataTypes.TimestampNTZType,
            DataTypes.createArrayType(DataTypes.DoubleType),
            DataTypes.createDecimalType(),
            DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
            SQLDataTypes.VectorType())
        .forEach(type -> kryo.register(type.getClass()));
    // What columns of CSV turn out to be.
    kryo.register(DataType[].class);
  }
}
