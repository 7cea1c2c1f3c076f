package org.sparknmf.engine.matrix;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.TfIdf;
import scala.Tuple2;

/** X (m x n) as segments of row blocks, persisted until its scope closes. */
public final class DistributedMatrix {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  private final BlockGrid grid;
  private final Batch batch;
  private final JavaRDD<Segment> segments;
  private final SparkScope scope;
  private final List<SegmentSummary> parts;
  private final MatrixSummary summary;
  private final long entries;
  private final long fingerprint;
  private final long bytes;
  private final MatrixQuality quality;

  private DistributedMatrix(
      BlockGrid grid,
      Batch batch,
      JavaRDD<Segment> segments,
      SparkScope scope,
      List<SegmentSummary> parts,
      MatrixQuality quality) {
    this.grid = grid;
    this.batch = batch;
    this.parts = List.copyOf(parts);
    this.segments = segments;
    this.scope = scope;
    this.entries = parts.stream().mapToLong(SegmentSummary::entries).sum();
    this.bytes = parts.stream().mapToLong(SegmentSummary::bytes).sum();
    this.fingerprint = fingerprint(grid, parts);
    this.summary = summarize(grid, parts);
    this.quality = quality;
  }

  private static long fingerprint(BlockGrid grid, List<SegmentSummary> parts) {
    long stored =
        parts.stream().mapToLong(SegmentSummary::fingerprint).sum() + fingerprintOfShape(grid);
    return grid.emptyCells() == EmptyCells.ZERO ? stored : Fingerprint.ofObserved(stored);
  }

  private static long fingerprintOfShape(BlockGrid grid) {
    return grid.orientation() == Orientation.ROWS
        ? Fingerprint.ofShape(grid.rows(), grid.columns())
        : Fingerprint.ofShape(grid.columns(), grid.rows());
  }

  private static MatrixSummary summarize(BlockGrid grid, List<SegmentSummary> parts) {
    long nonZeros = 0;
    double sum = 0;
    double squares = 0;
    double largest = 0;
    double observed = 0;
    double largestWeight = 0;
    for (SegmentSummary part : parts) {
      nonZeros += part.nonZeros();
      sum += part.sum();
      squares += part.squaredNorm();
      largest = Math.max(largest, part.largest());
      observed += part.observed();
      largestWeight = Math.max(largestWeight, part.largestWeight());
    }
    return grid.emptyCells() == EmptyCells.ZERO
        ? new MatrixSummary(grid.rows(), grid.columns(), nonZeros, sum, squares, largest)
        : new MatrixSummary(
            grid.rows(), grid.columns(), nonZeros, sum, squares, largest, observed, largestWeight);
  }

  /**
   * Reads all cells once, sorts them into blocks and persists these.
   *
   * <p>Where a cell is invalid the Spark job fails with an {@link
   * org.sparknmf.solver.InvalidMatrixException} among its causes.
   *
   * @param source whatever holds the cells
   * @param decoder takes the cells out of an element; the grid says whether they are turned
   */
  public static <T> DistributedMatrix assemble(
      JavaRDD<T> source,
      CellDecoder<T> decoder,
      BlockGrid grid,
      DuplicatePolicy duplicates,
      SparkScope scope) {
    CellDecoder<T> turned =
        grid.orientation() == Orientation.ROWS ? decoder : TransposedCells.of(decoder);
    JavaRDD<Segment> segments =
        source
            .mapPartitionsToPair(cells -> new ChunkIterator<>(cells, turned, grid))
            .partitionBy(new HashPartitioner(grid.partitions()))
            .mapPartitionsWithIndex(
                (Integer partition, Iterator<Tuple2<Integer, EntryChunk>> chunks) ->
                    new SegmentAssembler(grid, duplicates, partition).assemble(chunks).iterator(),
                true);
    scope.persist(segments, "X", LEVEL);
    PartSummaries parts =
        JobLabel.during(scope.context(), "reading X into blocks", () -> PartSummaries.of(segments));
    List<SegmentSummary> summaries = parts.segments();
    MatrixQuality quality = MatrixQuality.of(grid, summaries, parts.columns());
    return new DistributedMatrix(grid, Batch.WHOLE, segments, scope, summaries, quality);
  }

  /** A matrix of the same cells with TF-IDF weights in place of counts; this matrix is released. */
  public DistributedMatrix weighted(TfIdf weights) {
    BlockGrid layout = grid;
    JavaRDD<Segment> weighted =
        segments.map(segment -> WeightedSegments.weigh(segment, weights, layout));
    scope.persist(weighted, "X", LEVEL);
    JavaRDD<SegmentSummary> summaries = weighted.map(Segment::summary);
    List<SegmentSummary> weightedParts =
        JobLabel.during(scope.context(), "weighting X by TF-IDF", summaries::collect);
    scope.release(segments);
    return new DistributedMatrix(grid, batch, weighted, scope, weightedParts, quality);
  }

  /**
   * A matrix of the same cells, those of each column in another order of rows: what is left of X
   * when nothing holds its columns together. It is cut by rows only.
   */
  public DistributedMatrix withPermutedColumns(long seed) {
    ColumnPermutation permutation = new ColumnPermutation(seed, grid.rows());
    CellDecoder<Segment> decoder = (segment, sink) -> segment.give(permutation, sink);
    return assemble(segments, decoder, grid, DuplicatePolicy.ERROR, scope);
  }

  /** The number of rows with a cell in each column. */
  public long[] documentFrequencies() {
    int columns = grid.columns();
    JavaRDD<long[]> counts =
        segments.mapPartitions(
            part -> List.of(WeightedSegments.countRows(part, columns)).iterator());
    return JobLabel.during(
        scope.context(),
        "counting the rows of each column",
        () -> counts.reduce(WeightedSegments::addCounts));
  }

  /** A matrix of some of the rows, which stay where all are. */
  public DistributedMatrix of(Batch part) {
    JavaRDD<Segment> own =
        segments
            .filter(segment -> part.holds(segment.index()))
            .map(segment -> segment.numbered(part.within(segment.index())));
    List<SegmentSummary> summaries =
        IntStream.range(0, part.size(parts.size()))
            .mapToObj(segment -> parts.get(part.whole(segment)))
            .toList();
    return new DistributedMatrix(grid.of(part), part, own, scope, summaries, quality);
  }

  /** Which rows these are. */
  public Batch batch() {
    return batch;
  }

  /** Forgets the persisted blocks; what still needs them reads X again. */
  public void release() {
    scope.release(segments);
  }

  public JavaRDD<Segment> segments() {
    return segments;
  }

  /** How the rows are laid out. */
  public BlockGrid grid() {
    return grid;
  }

  /** Shape, sum, norm. */
  public MatrixSummary summary() {
    return summary;
  }

  /** Cells as given: before mirroring, merging of duplicates and forgetting of zeros. */
  public long entries() {
    return entries;
  }

  /** What deserves a look in the cells as they were read, before they were weighted. */
  public MatrixQuality quality() {
    return quality;
  }

  /** Bytes of the arrays that hold the blocks. */
  public long bytes() {
    return bytes;
  }

  /**
   * A hash of shape, cells, weights and what other cells are, which does not depend on order or
   * layout.
   */
  public long fingerprint() {
    return fingerprint;
  }
}
