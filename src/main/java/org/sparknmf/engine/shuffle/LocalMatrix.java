package org.sparknmf.engine.shuffle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.sums.Route;
import org.sparknmf.solver.Stripes;
import scala.Tuple2;

/**
 * The segments of one partition on the columns that they touch: their column numbers count through
 * {@link #columns}, so that no array is as long as X is wide.
 */
public final class LocalMatrix implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int partition;
  private final int[] columns;
  private final Segment[] segments;

  private LocalMatrix(int partition, int[] columns, Segment[] segments) {
    this.partition = partition;
    this.columns = columns;
    this.segments = segments;
  }

  static LocalMatrix of(int partition, Iterator<Segment> segments) {
    List<Segment> all = new ArrayList<>();
    BitSet columns = new BitSet();
    while (segments.hasNext()) {
      Segment segment = segments.next();
      all.add(segment);
      for (Segment.RowBlock block : segment.blocks()) {
        block.x().markColumns(columns);
      }
    }
    int[] touched = columns.stream().toArray();
    Segment[] local =
        all.stream()
            .map(s -> s.renumbered(touched.length, j -> Arrays.binarySearch(touched, j)))
            .toArray(Segment[]::new);
    return new LocalMatrix(partition, touched, local);
  }

  int partition() {
    return partition;
  }

  /** Global numbers of the columns touched, ascending. */
  int[] columns() {
    return columns;
  }

  List<Segment> segments() {
    return Arrays.asList(segments);
  }

  /**
   * The local number at which a stripe's columns begin; for the stripe beyond the last, the end.
   */
  int firstLocal(Stripes stripes, int stripe) {
    int at = Arrays.binarySearch(columns, stripes.start(stripe));
    return at < 0 ? -at - 1 : at;
  }

  /** The stripes with columns touched here, ascending. */
  IntStream stripesTouched(Stripes stripes) {
    return Arrays.stream(columns).map(stripes::of).distinct();
  }

  /** What this partition needs of each stripe that it touches. */
  List<Tuple2<Integer, Route>> routes(Stripes stripes) {
    List<Tuple2<Integer, Route>> routes = new ArrayList<>();
    for (int stripe : stripesTouched(stripes).toArray()) {
      int from = firstLocal(stripes, stripe);
      int[] rows = new int[firstLocal(stripes, stripe + 1) - from];
      Arrays.setAll(rows, j -> columns[from + j] - stripes.start(stripe));
      routes.add(new Tuple2<>(stripe, new Route(partition, rows)));
    }
    return routes;
  }
}
