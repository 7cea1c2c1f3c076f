package org.sparknmf.io.read.mtx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;

/**
 * The features of one type, out of those of a 10x matrix.
 *
 * @param places where each feature of the matrix is among those of the type, or -1
 */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record TenXSelection(List<String> labels, int[] places) {
  static TenXSelection of(TenXFeatures features, String type) {
    List<String> labels = new ArrayList<>();
    int[] places = new int[features.labels().size()];
    for (int i = 0; i < places.length; i++) {
      boolean wanted = features.typeOfEach().get(i).equals(type);
      places[i] = wanted ? labels.size() : -1;
      if (wanted) {
        labels.add(features.labels().get(i));
      }
    }
    return new TenXSelection(labels, places);
  }

  /**
   * The cells of these features. They are no longer as many as the file promises; therefore those
   * of the file are counted, by a Spark job.
   *
   * @param field the field of the features
   * @param place the file, for messages
   */
  MatrixFrame of(MatrixFrame frame, String field, String place) {
    requireAll(frame, place);
    int at = frame.data().schema().fieldIndex(field);
    int[] known = places;
    FrameRows cells = frame.data().flatMap(cell -> moved(cell, at, known), frame.data().schema());
    Axis chosen = new Axis.Labelled(labels);
    return new MatrixFrame(
        cells,
        frame.shape(),
        field.equals(MatrixFrame.ROW) ? chosen : frame.rows(),
        field.equals(MatrixFrame.ROW) ? frame.columns() : chosen,
        frame.symmetric(),
        OptionalLong.empty(),
        frame.firstBadPlace());
  }

  private static void requireAll(MatrixFrame frame, String place) {
    if (frame.declaredEntries().isEmpty()) {
      return;
    }
    long found =
        frame
            .inHand()
            .<Long>map(cells -> (long) cells.size())
            .orElseGet(() -> ReadFailures.explaining(frame, () -> frame.data().table().count()));
    long promised = frame.declaredEntries().getAsLong();
    if (found != promised) {
      throw Places.bad(
          place,
          "%d lines of entries, but the header promises %d; both must agree: the file may be cut short"
              .formatted(found, promised));
    }
  }

  private static Iterator<Row> moved(Row cell, int at, int[] places) {
    int place = places[(int) cell.getLong(at)];
    if (place < 0) {
      return Collections.emptyIterator();
    }
    return List.of(FrameRows.with(cell, at, (long) place)).iterator();
  }
}
