package org.sparknmf.frame;

import java.io.Serializable;
import java.util.OptionalLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The ids that the fields of an axis stand for, on any machine. */
public final class AxisIds implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<String[]> labels;
  private final boolean counted;
  private final long firstId;

  private AxisIds(Broadcast<String[]> labels, boolean counted, long firstId) {
    this.labels = labels;
    this.counted = counted;
    this.firstId = firstId;
  }

  /** The ids of an axis; labels are broadcast. */
  public static AxisIds of(JavaSparkContext context, Axis axis) {
    if (axis instanceof Axis.Labelled labelled) {
      String[] all = labelled.labels().toArray(String[]::new);
      return new AxisIds(context.broadcast(all), false, 0);
    }
    return axis instanceof Axis.Counted counted
        ? new AxisIds(null, true, counted.firstId())
        : new AxisIds(null, false, 0);
  }

  /** The id of a field: a string or a long. */
  public Object id(Object field) {
    if (labels != null) {
      return labels.value()[Math.toIntExact((Long) field)];
    }
    return counted ? (Object) (firstId + (Long) field) : field;
  }

  /** The id of a field, on the driver. */
  public static Object id(Axis axis, Object field) {
    if (axis instanceof Axis.Labelled labelled) {
      return labelled.labels().get(Math.toIntExact((Long) field));
    }
    return axis instanceof Axis.Counted counted ? counted.firstId() + (Long) field : field;
  }

  /** How many ids there are, where the axis says so. */
  public static OptionalLong size(Axis axis) {
    if (axis instanceof Axis.Labelled labelled) {
      return OptionalLong.of(labelled.labels().size());
    }
    return axis instanceof Axis.Counted counted
        ? OptionalLong.of(counted.size())
        : OptionalLong.empty();
  }

  /** String or long: the type of the ids of an axis whose fields have some type. */
  public static DataType type(Axis axis, DataType field) {
    if (axis instanceof Axis.Labelled) {
      return DataTypes.StringType;
    }
    return axis instanceof Axis.Counted ? DataTypes.LongType : field;
  }
}
