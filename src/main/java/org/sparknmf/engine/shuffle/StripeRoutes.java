package org.sparknmf.engine.shuffle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.sums.PartialStripe;
import org.sparknmf.engine.sums.Route;
import org.sparknmf.engine.sums.SparseTree;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.Factor;
import scala.Tuple2;

/** The routes of one stripe of H': which partition touches which of its rows. */
public final class StripeRoutes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int stripe;
  private final int rows;
  private final Route[] routes;

  /**
   * The routes of a stripe.
   *
   * @param rows columns of X in the stripe
   * @param routes in any order, taken over
   */
  StripeRoutes(int stripe, int rows, List<Route> routes) {
    this.stripe = stripe;
    this.rows = rows;
    this.routes =
        routes.stream().sorted(Comparator.comparingInt(Route::partition)).toArray(Route[]::new);
  }

  int stripe() {
    return stripe;
  }

  /** What each partition needs of the stripe. */
  List<Tuple2<Integer, StripePiece>> send(Factor stripeRows) {
    List<Tuple2<Integer, StripePiece>> pieces = new ArrayList<>(routes.length);
    for (Route route : routes) {
      StripePiece piece = new StripePiece(stripe, route.gather(stripeRows));
      pieces.add(new Tuple2<>(route.partition(), piece));
    }
    return pieces;
  }

  /** The terms of the stripe from what each partition has added up, in whatever order it came. */
  Factor complete(List<PartialStripe> partial, BlockGrid grid, int width) {
    TreeMap<Long, SumNode> inOrder = new TreeMap<>();
    for (PartialStripe part : partial) {
      Factor spread = routeOf(part.partition()).scatter(part.node().product(), rows);
      inOrder.put(part.node().firstSegment(), part.node().with(spread, new double[0]));
    }
    return SparseTree.sum(inOrder, grid.segments())
        .orElseGet(() -> Factor.zeros(grid.precision(), rows, width));
  }

  private Route routeOf(int partition) {
    for (Route route : routes) {
      if (route.partition() == partition) {
        return route;
      }
    }
    throw new IllegalStateException("partition " + partition + " has no route to " + stripe);
  }
}
