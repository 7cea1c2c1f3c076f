package org.sparknmf.io.read.json;

import com.fasterxml.jackson.core.JsonParser;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Lines of which nothing is wanted but that they are JSON objects. */
final class JsonCheck extends JsonObjects {
  private static final long serialVersionUID = 1L;

  JsonCheck() {
    super(List.of(), false);
  }

  @Override
  public StructType schema() {
    return new StructType();
  }

  @Override
  Object withoutField(long ordinal) {
    throw new IllegalStateException("no field is wanted");
  }

  @Override
  Object field(int place, JsonParser json) {
    throw new IllegalStateException("no field is wanted");
  }
}
