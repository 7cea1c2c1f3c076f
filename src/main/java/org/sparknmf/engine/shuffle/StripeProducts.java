package org.sparknmf.engine.shuffle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.sums.PartialStripe;
import org.sparknmf.solver.Stripes;
import scala.Tuple2;

/** Completes the terms of the stripes of one partition. */
final class StripeProducts {
  private StripeProducts() {}

  /**
   * The terms of each stripe, in the order of the routes.
   *
   * @param arriving what the partitions of X have added up, in any order
   * @param width numbers for each column
   */
  static Iterator<FactorPart> complete(
      Iterator<StripeRoutes> routes,
      Iterator<Tuple2<Integer, PartialStripe>> arriving,
      BlockGrid grid,
      Stripes stripes,
      int width) {
    Map<Integer, List<PartialStripe>> byStripe = new HashMap<>();
    arriving.forEachRemaining(
        part -> byStripe.computeIfAbsent(part._1(), s -> new ArrayList<>()).add(part._2()));
    List<FactorPart> products = new ArrayList<>();
    while (routes.hasNext()) {
      StripeRoutes way = routes.next();
      List<PartialStripe> partial = byStripe.remove(way.stripe());
      products.add(
          new FactorPart(
              way.stripe(),
              stripes.start(way.stripe()),
              way.complete(partial == null ? List.of() : partial, grid, width)));
    }
    return products.iterator();
  }
}
