package org.sparknmf.engine;

import com.esotericsoftware.kryo.Kryo;
import java.util.HashMap;
import org.apache.spark.serializer.KryoRegistrator;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.GivenRow;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.SavedFlaw;
import org.sparknmf.engine.inspect.SlicePart;
import org.sparknmf.engine.inspect.TopEntries;
import org.sparknmf.engine.joint.JointNode;
import org.sparknmf.engine.joint.JointRows;
import org.sparknmf.engine.matrix.EntryChunk;
import org.sparknmf.engine.matrix.FewValues;
import org.sparknmf.engine.matrix.GivenCells;
import org.sparknmf.engine.matrix.PartSummary;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.matrix.SegmentSummary;
import org.sparknmf.engine.matrix.SmallestCells;
import org.sparknmf.engine.shuffle.LocalMatrix;
import org.sparknmf.engine.shuffle.StripePiece;
import org.sparknmf.engine.shuffle.StripeRoutes;
import org.sparknmf.engine.sums.PackedSum;
import org.sparknmf.engine.sums.PartialStripe;
import org.sparknmf.engine.sums.Route;
import org.sparknmf.engine.sums.StripeSum;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.ProductBlocks;
import org.sparknmf.linalg.SerializedClasses;
import org.sparknmf.solver.TfIdf;
import org.sparknmf.solver.divergence.Divergences;
import org.sparknmf.solver.fold.FoldIn;

/** Tells Kryo the classes that the engine shuffles, caches, broadcasts or collects. */
public final class NmfKryoRegistrator implements KryoRegistrator {

  @Override
  public void registerClasses(Kryo kryo) {
    SerializedClasses.all().forEach(kryo::register);
    kryo.register(FoldIn.class);
    Divergences.ours().forEach(kryo::register);
    kryo.register(TfIdf.class);
    kryo.register(ProductBlocks.class);
    kryo.register(HashMap.class);
    kryo.register(EntryChunk.class);
    kryo.register(Segment.class);
    kryo.register(Segment.RowBlock.class);
    kryo.register(Segment.RowBlock[].class);
    kryo.register(SegmentSummary.class);
    kryo.register(FewValues.class);
    kryo.register(SegmentSummary[].class);
    kryo.register(GivenCells.class);
    kryo.register(SmallestCells.class);
    kryo.register(PartSummary.class);
    kryo.register(FactorPart.class);
    kryo.register(GivenRow.class);
    kryo.register(SumNode.class);
    kryo.register(SumNode[].class);
    kryo.register(SlicePart.class);
    kryo.register(PackedSum.class);
    kryo.register(HShare.class);
    kryo.register(StripeSum.class);
    kryo.register(TopEntries.Entry.class);
    kryo.register(Segment[].class);
    kryo.register(LocalMatrix.class);
    kryo.register(Route.class);
    kryo.register(Route[].class);
    kryo.register(StripeRoutes.class);
    kryo.register(StripePiece.class);
    kryo.register(PartialStripe.class);
    kryo.register(JointRows.class);
    kryo.register(JointNode.class);
    kryo.register(Factor[].class);
    kryo.register(HShare[].class);
    kryo.register(SavedFlaw.class);
    registerAdded(kryo);
  }

  /** Last: what a jar adds or lacks must not move the numbers of our own classes. */
  private static void registerAdded(Kryo kryo) {
    Divergences.added().forEach(kryo::register);
  }
}
