package io.github.sparknmf.engine;

import com.esotericsoftware.kryo.Kryo;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.ProductBlocks;
import io.github.sparknmf.linalg.SerializedClasses;
import io.github.sparknmf.solver.TfIdf;
import io.github.sparknmf.solver.fold.FoldIn;
import java.util.HashMap;
import org.apache.spark.serializer.KryoRegistrator;

/** Tells Kryo the classes that the engine shuffles, caches, broadcasts or collects. */
public final class NmfKryoRegistrator implements KryoRegistrator {

  @Override
  public void registerClasses(Kryo kryo) {
    SerializedClasses.all().forEach(kryo::register);
    kryo.register(FoldIn.class);
    kryo.register(TfIdf.class);
    kryo.register(ProductBlocks.class);
    kryo.register(HashMap.class);
    kryo.register(EntryChunk.class);
    kryo.register(Segment.class);
    kryo.register(Segment.RowBlock.class);
    kryo.register(Segment.RowBlock[].class);
    kryo.register(SegmentSummary.class);
    kryo.register(SegmentSummary[].class);
    kryo.register(GivenCells.class);
    kryo.register(SmallestCells.class);
    kryo.register(PartSummary.class);
    kryo.register(FactorPart.class);
    kryo.register(GivenRow.class);
    kryo.register(SumNode.class);
    kryo.register(SumNode[].class);
    kryo.register(LinePart.class);
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
    kryo.register(SideRows.class);
    kryo.register(SideNode.class);
    kryo.register(Factor[].class);
    kryo.register(HShare[].class);
  }
}
